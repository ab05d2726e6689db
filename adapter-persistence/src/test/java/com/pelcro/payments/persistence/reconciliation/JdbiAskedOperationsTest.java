package com.pelcro.payments.persistence.reconciliation;

import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.reconciliation.AskedOperationsContract;
import com.pelcro.payments.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiAskedOperationsTest extends AskedOperationsContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Override
  protected Storage storage() {
    return DATABASE.storage();
  }
}
