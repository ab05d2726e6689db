package com.pelcro.payments.persistence.paymentmethod;

import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.paymentmethod.PaymentMethodsContract;
import com.pelcro.payments.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiPaymentMethodsTest extends PaymentMethodsContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Override
  protected Storage storage() {
    return DATABASE.storage();
  }
}
