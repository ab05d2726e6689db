package com.pelcro.payments.persistence;

import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.TransactionsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiTransactionsTest extends TransactionsContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Override
  protected Storage storage() {
    return DATABASE.storage();
  }
}
