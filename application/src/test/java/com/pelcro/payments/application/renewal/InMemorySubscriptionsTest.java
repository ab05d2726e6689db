package com.pelcro.payments.application.renewal;

import com.pelcro.payments.application.InMemoryStorage;
import com.pelcro.payments.application.Storage;

final class InMemorySubscriptionsTest extends SubscriptionsContract {

  private final Storage storage = InMemoryStorage.empty();

  @Override
  protected Storage storage() {
    return storage;
  }
}
