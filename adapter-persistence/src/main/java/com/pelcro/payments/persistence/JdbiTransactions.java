package com.pelcro.payments.persistence;

import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Transactions;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/// Transactions of PostgreSQL, read committed. When a commit gets no answer it throws: whether it
/// took effect is not guessed.
public final class JdbiTransactions implements Transactions {

  private final Database database;

  @Inject
  public JdbiTransactions(Database database) {
    this.database = database;
  }

  @Override
  public <T> Result<T> inTransaction(Supplier<Result<T>> work) {
    return database.transaction(work);
  }
}
