package com.pelcro.payments.persistence.site;

import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.site.IntegrationsContract;
import com.pelcro.payments.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiIntegrationsTest extends IntegrationsContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Override
  protected Storage storage() {
    return DATABASE.storage();
  }
}
