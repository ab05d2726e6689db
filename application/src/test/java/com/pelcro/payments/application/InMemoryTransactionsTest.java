package com.pelcro.payments.application;

final class InMemoryTransactionsTest extends TransactionsContract {

  private final Storage storage = InMemoryStorage.empty();

  @Override
  protected Storage storage() {
    return storage;
  }
}
