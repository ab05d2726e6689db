package com.pelcro.payments.persistence.renewal;

import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.renewal.RenewalsContract;
import com.pelcro.payments.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiRenewalsTest extends RenewalsContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Override
  protected Storage storage() {
    return DATABASE.storage();
  }
}
