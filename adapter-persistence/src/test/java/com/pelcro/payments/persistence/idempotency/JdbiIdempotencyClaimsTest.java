package com.pelcro.payments.persistence.idempotency;

import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.idempotency.IdempotencyClaimsContract;
import com.pelcro.payments.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiIdempotencyClaimsTest extends IdempotencyClaimsContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Override
  protected Storage storage() {
    return DATABASE.storage();
  }
}
