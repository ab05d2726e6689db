package com.pelcro.payments.application;

import java.util.function.Supplier;

/// Runs work in one transaction: a `Done` commits, a `Refused` or an exception rolls all of it
/// back. They do not nest.
public interface Transactions {

  <T> Result<T> inTransaction(Supplier<Result<T>> work);
}
