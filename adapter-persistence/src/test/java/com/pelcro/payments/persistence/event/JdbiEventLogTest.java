package com.pelcro.payments.persistence.event;

import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.event.EventLogContract;
import com.pelcro.payments.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiEventLogTest extends EventLogContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Override
  protected Storage storage() {
    return DATABASE.storage();
  }
}
