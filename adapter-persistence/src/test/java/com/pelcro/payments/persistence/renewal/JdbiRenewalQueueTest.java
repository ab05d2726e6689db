package com.pelcro.payments.persistence.renewal;

import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.renewal.RenewalQueueContract;
import com.pelcro.payments.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiRenewalQueueTest extends RenewalQueueContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Override
  protected Storage storage() {
    return DATABASE.storage();
  }
}
