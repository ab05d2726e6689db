package com.pelcro.payments.application.report;

import com.pelcro.payments.application.InMemoryStorage;
import com.pelcro.payments.application.Storage;

final class InMemoryReportListsTest extends ReportListsContract {

  private final Storage storage = InMemoryStorage.empty();

  @Override
  protected Storage storage() {
    return storage;
  }
}
