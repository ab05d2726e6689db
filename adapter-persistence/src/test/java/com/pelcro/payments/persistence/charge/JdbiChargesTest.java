package com.pelcro.payments.persistence.charge;

import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.charge.ChargesContract;
import com.pelcro.payments.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiChargesTest extends ChargesContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Override
  protected Storage storage() {
    return DATABASE.storage();
  }
}
