package com.pelcro.payments.persistence.cardsession;

import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.cardsession.CardSessionsContract;
import com.pelcro.payments.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiCardSessionsTest extends CardSessionsContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Override
  protected Storage storage() {
    return DATABASE.storage();
  }
}
