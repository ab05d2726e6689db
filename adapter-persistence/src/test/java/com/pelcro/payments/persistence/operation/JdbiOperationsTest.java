package com.pelcro.payments.persistence.operation;

import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.operation.OperationsContract;
import com.pelcro.payments.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiOperationsTest extends OperationsContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Override
  protected Storage storage() {
    return DATABASE.storage();
  }
}
