package com.pelcro.payments.persistence.customer;

import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.customer.CustomersContract;
import com.pelcro.payments.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiCustomersTest extends CustomersContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Override
  protected Storage storage() {
    return DATABASE.storage();
  }
}
