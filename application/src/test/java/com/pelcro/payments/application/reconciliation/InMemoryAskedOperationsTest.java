package com.pelcro.payments.application.reconciliation;

import com.pelcro.payments.application.InMemoryStorage;
import com.pelcro.payments.application.Storage;

final class InMemoryAskedOperationsTest extends AskedOperationsContract {

  private final Storage storage = InMemoryStorage.empty();

  @Override
  protected Storage storage() {
    return storage;
  }
}
