package com.pelcro.payments.cybersource;

import com.pelcro.payments.domain.gateway.CardCaptureContract;
import com.pelcro.payments.domain.gateway.GatewayBench;

class CyberSourceCardCaptureContractTest extends CardCaptureContract {

  @Override
  protected GatewayBench open() {
    return new SimulatorBench();
  }
}
