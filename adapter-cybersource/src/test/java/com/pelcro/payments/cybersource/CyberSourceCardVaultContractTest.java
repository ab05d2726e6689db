package com.pelcro.payments.cybersource;

import com.pelcro.payments.domain.gateway.CardVaultContract;
import com.pelcro.payments.domain.gateway.GatewayBench;

class CyberSourceCardVaultContractTest extends CardVaultContract {

  @Override
  protected GatewayBench open() {
    return new SimulatorBench();
  }
}
