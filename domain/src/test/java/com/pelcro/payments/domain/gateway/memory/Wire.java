package com.pelcro.payments.domain.gateway.memory;

import com.pelcro.payments.domain.gateway.Trouble;
import com.pelcro.payments.domain.site.Credentials;
import com.pelcro.payments.domain.site.Integration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Carries requests to the gateway, one at a time, with whatever trouble was ordered for the next.
final class Wire {

  /// Why no answer of the gateway's own came back.
  enum Mishap {
    NOT_SENT,
    NO_ANSWER,
    CREDENTIALS_REJECTED
  }

  private final InstantSource clock;
  private final Queue<Trouble> troubles = new ArrayDeque<>();
  private final List<Runnable> late = new ArrayList<>();
  private final Set<Credentials> revoked = new HashSet<>();
  private Runnable beforeEachCall = () -> {};

  Wire(InstantSource clock) {
    this.clock = clock;
  }

  <T> T carry(Integration integration, Supplier<T> work, Function<Mishap, T> mishap) {
    hook().run();
    synchronized (this) {
      return switch (troubles.poll()) {
        case null -> served(integration, work, mishap);
        case CONNECTION_REFUSED -> mishap.apply(Mishap.NOT_SENT);
        case REQUEST_LOST -> mishap.apply(Mishap.NO_ANSWER);
        case REPLY_LOST -> {
          var _ = served(integration, work, mishap);
          yield mishap.apply(Mishap.NO_ANSWER);
        }
        case ARRIVES_LATE -> {
          late.add(() -> served(integration, work, mishap));
          yield mishap.apply(Mishap.NO_ANSWER);
        }
      };
    }
  }

  private <T> T served(Integration integration, Supplier<T> work, Function<Mishap, T> mishap) {
    return isKnown(integration) ? work.get() : mishap.apply(Mishap.CREDENTIALS_REJECTED);
  }

  /// Credentials that were replaced are tried as well while they serve.
  private boolean isKnown(Integration integration) {
    var previous = integration.previous();
    var retired =
        previous == null || clock.instant().isAfter(previous.until())
            ? Stream.<Credentials>of()
            : Stream.of(previous.credentials());
    return Stream.concat(Stream.of(integration.credentials()), retired)
        .anyMatch(credentials -> !revoked.contains(credentials));
  }

  synchronized void next(Trouble trouble) {
    troubles.add(trouble);
  }

  synchronized void deliverLate() {
    late.forEach(Runnable::run);
    late.clear();
  }

  /// The one that left first.
  synchronized void deliverFirstLate() {
    late.removeFirst().run();
  }

  synchronized void revoke(Credentials credentials) {
    revoked.add(credentials);
  }

  synchronized void beforeEachCall(Runnable check) {
    beforeEachCall = check;
  }

  private synchronized Runnable hook() {
    return beforeEachCall;
  }

  /// Looks or changes something without a request.
  synchronized <T> T quietly(Supplier<T> work) {
    return work.get();
  }
}
