package com.pelcro.payments.persistence.refund;

import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.refund.RefundsContract;
import com.pelcro.payments.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiRefundsTest extends RefundsContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Override
  protected Storage storage() {
    return DATABASE.storage();
  }
}
