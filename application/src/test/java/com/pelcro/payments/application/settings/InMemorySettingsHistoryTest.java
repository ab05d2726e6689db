package com.pelcro.payments.application.settings;

import com.pelcro.payments.application.InMemoryStorage;
import com.pelcro.payments.application.Storage;

final class InMemorySettingsHistoryTest extends SettingsHistoryContract {

  private final Storage storage = InMemoryStorage.empty();

  @Override
  protected Storage storage() {
    return storage;
  }
}
