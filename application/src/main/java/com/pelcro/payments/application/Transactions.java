package com.pelcro.payments.application;

import java.util.function.Supplier;

/// Runs work in one transaction: a `Done` commits, a `Refused` or an exception rolls all of it
/// back. They do not nest.
public interface Transactions {

  <T> Result<T> inTransaction(Supplier<Result<T>> work);

  /// The same for work that refuses nothing.
  default <T> T commit(Supplier<T> work) {
    return switch (inTransaction(() -> new Result.Done<>(work.get()))) {
      case Result.Done(var value) -> value;
      case Result.Refused(var refusal) ->
          throw new IllegalStateException("nobody refused, yet " + refusal);
    };
  }
}
