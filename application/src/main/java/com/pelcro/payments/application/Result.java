package com.pelcro.payments.application;

import java.util.function.Function;

/// What a use case comes to: done, or refused for a reason the caller can act on.
public sealed interface Result<T> {

  record Done<T>(T value) implements Result<T> {}

  record Refused<T>(Refusal refusal) implements Result<T> {}

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
