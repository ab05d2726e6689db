package com.pelcro.payments.bootstrap.journey;

import org.junit.jupiter.api.extension.RegisterExtension;

class CyberSourceChargeJourneyTest extends ChargeJourney {

  @RegisterExtension static final RunningService SERVICE = new RunningService(SimulatorStage::new);

  @Override
  RunningService service() {
    return SERVICE;
  }
}
