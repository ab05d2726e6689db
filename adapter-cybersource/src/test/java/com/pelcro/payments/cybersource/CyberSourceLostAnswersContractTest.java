package com.pelcro.payments.cybersource;

import com.pelcro.payments.domain.gateway.LostAnswersContract;
import com.pelcro.payments.domain.gateway.GatewayBench;

class CyberSourceLostAnswersContractTest extends LostAnswersContract {

  @Override
  protected GatewayBench open() {
    return new SimulatorBench();
  }
}
