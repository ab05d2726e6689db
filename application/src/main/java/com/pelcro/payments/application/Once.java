package com.pelcro.payments.application;

import java.util.function.Function;

/// Something made at most once for an idempotency key: made now, or by an earlier request with the
/// same key.
public sealed interface Once<T> {

  T value();

  record Created<T>(T value) implements Once<T> {}

  /// The thing as it stands now, not as it was answered then.
  record Repeated<T>(T value) implements Once<T> {}

  default <R> Once<R> map(Function<? super T, R> change) {
    return switch (this) {
      case Created(var value) -> new Created<>(change.apply(value));
      case Repeated(var value) -> new Repeated<>(change.apply(value));
    };
  }
}
