package com.pelcro.payments.application;

import java.util.function.Supplier;

/// Transactions over the tables in memory.
public final class InMemoryTransactions implements Transactions {

  private final InMemoryDatabase database;

  public InMemoryTransactions(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public <T> Result<T> inTransaction(Supplier<Result<T>> work) {
    return database.transaction(work);
  }
}
