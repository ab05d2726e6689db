package com.pelcro.payments.simulator.control;

import com.pelcro.payments.simulator.http.Call;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The `after` of a list: an id, whose successors are meant, or a time.
record After(@Nullable String id, @Nullable Instant time) {

  static After of(Call call) {
    return call.asked("after").map(After::read).orElse(new After(null, null));
  }

  private static After read(String text) {
    try {
      return new After(null, Instant.parse(text));
    } catch (DateTimeException notATime) {
      return new After(text, null);
    }
  }

  /// What comes after, of items in their order. An id nobody has leaves nothing.
  <T> Stream<T> of(Stream<T> items, Function<T, String> idOf, Function<T, Instant> timeOf) {
    if (time != null) {
      return items.filter(item -> timeOf.apply(item).isAfter(time));
    }
    return id == null ? items : items.dropWhile(item -> !idOf.apply(item).equals(id)).skip(1);
  }
}
