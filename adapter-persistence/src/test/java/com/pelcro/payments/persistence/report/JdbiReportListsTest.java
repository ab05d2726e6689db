package com.pelcro.payments.persistence.report;

import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.report.ReportListsContract;
import com.pelcro.payments.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiReportListsTest extends ReportListsContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Override
  protected Storage storage() {
    return DATABASE.storage();
  }
}
