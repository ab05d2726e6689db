package com.pelcro.payments.persistence.settings;

import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.settings.SettingsHistoryContract;
import com.pelcro.payments.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiSettingsHistoryTest extends SettingsHistoryContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Override
  protected Storage storage() {
    return DATABASE.storage();
  }
}
