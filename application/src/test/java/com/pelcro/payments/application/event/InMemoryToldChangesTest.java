package com.pelcro.payments.application.event;

import com.pelcro.payments.application.InMemoryStorage;
import com.pelcro.payments.application.Storage;

final class InMemoryToldChangesTest extends ToldChangesContract {

  private final Storage storage = InMemoryStorage.empty();

  @Override
  protected Storage storage() {
    return storage;
  }
}
