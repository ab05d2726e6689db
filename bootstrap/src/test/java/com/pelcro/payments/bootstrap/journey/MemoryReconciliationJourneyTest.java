package com.pelcro.payments.bootstrap.journey;

import org.junit.jupiter.api.extension.RegisterExtension;

class MemoryReconciliationJourneyTest extends ReconciliationJourney {

  @RegisterExtension static final RunningService SERVICE = new RunningService(MemoryStage::new);

  @Override
  RunningService service() {
    return SERVICE;
  }
}
