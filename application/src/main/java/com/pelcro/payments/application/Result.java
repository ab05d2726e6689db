package com.pelcro.payments.application;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// What a use case comes to: done, or refused for a reason the caller can act on.
public sealed interface Result<T> {

  record Done<T>(T value) implements Result<T> {}

  record Refused<T>(Refusal refusal) implements Result<T> {}

  /// The value that was looked up, or a refusal.
  static <T> Result<T> found(Optional<T> value, Supplier<Refusal> otherwise) {
    return value.<Result<T>>map(Done::new).orElseGet(() -> new Refused<>(otherwise.get()));
  }

  /// Goes on with the value, or stays refused.
  default <R> Result<R> then(Function<? super T, Result<R>> next) {
    return switch (this) {
      case Done(var value) -> next.apply(value);
      case Refused(var refusal) -> new Refused<>(refusal);
    };
  }

  /// Turns the value into another, or stays refused.
  default <R> Result<R> map(Function<? super T, R> change) {
    return then(value -> new Done<>(change.apply(value)));
  }
}
