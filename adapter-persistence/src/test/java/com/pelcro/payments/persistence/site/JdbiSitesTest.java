package com.pelcro.payments.persistence.site;

import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.site.SitesContract;
import com.pelcro.payments.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiSitesTest extends SitesContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Override
  protected Storage storage() {
    return DATABASE.storage();
  }
}
