package com.pelcro.payments.cybersource;

import com.pelcro.payments.domain.gateway.GatewayBench;
import com.pelcro.payments.domain.gateway.LostAnswersContract;

class CyberSourceLostAnswersContractTest extends LostAnswersContract {

  @Override
  protected GatewayBench open() {
    return new SimulatorBench();
  }
}
