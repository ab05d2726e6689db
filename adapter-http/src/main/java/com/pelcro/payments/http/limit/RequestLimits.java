package com.pelcro.payments.http.limit;

import com.pelcro.payments.http.HttpSettings;
import com.pelcro.payments.http.access.Caller;
import io.github.bucket4j.Bucket;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// How many requests one key and one address may send.
@Singleton
public final class RequestLimits {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int AT_ONCE = 2;
  private static final String FORMS = "/pay/";

  private final Buckets keys;
  private final Buckets addresses;
  private final Buckets forms;

  @Inject
  public RequestLimits(HttpSettings settings, InstantSource clock) {
    var limits = settings.limits();
    this.keys = buckets(clock, limits.perKey());
    this.addresses = buckets(clock, limits.perAddress());
    this.forms = buckets(clock, limits.forms());
  }

  /// Counts a request for a path from an address, or says how long to wait.
  public Optional<Duration> ofAddress(String address, String path) {
    var wait = wait(addresses.of(address));
    return wait.isEmpty() && path.startsWith(FORMS) ? wait(forms.of(address)) : wait;
  }

  /// Counts a request under a key, or says how long to wait.
  public Optional<Duration> ofCaller(Caller caller) {
    return switch (caller) {
      case Caller.Anyone _ -> Optional.empty();
      case Caller.Operator _ -> wait(keys.of("operator"));
      case Caller.SiteHolder(_, var key) -> wait(keys.of(key.value()));
    };
  }

  private static Optional<Duration> wait(Bucket bucket) {
    var tried = bucket.tryConsumeAndReturnRemaining(1);
    return tried.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(tried.getNanosToWaitForRefill()));
  }

  private static Buckets buckets(InstantSource clock, int perSecond) {
    return new Buckets(clock, (long) AT_ONCE * perSecond, perSecond, SECOND);
  }
}
