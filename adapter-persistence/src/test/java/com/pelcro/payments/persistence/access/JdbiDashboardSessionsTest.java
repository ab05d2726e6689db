package com.pelcro.payments.persistence.access;

import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.access.DashboardSessionsContract;
import com.pelcro.payments.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiDashboardSessionsTest extends DashboardSessionsContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Override
  protected Storage storage() {
    return DATABASE.storage();
  }
}
