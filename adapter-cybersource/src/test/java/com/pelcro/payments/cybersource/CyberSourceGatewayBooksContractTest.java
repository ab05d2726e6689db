package com.pelcro.payments.cybersource;

import com.pelcro.payments.domain.gateway.GatewayBench;
import com.pelcro.payments.domain.gateway.GatewayBooksContract;

class CyberSourceGatewayBooksContractTest extends GatewayBooksContract {

  @Override
  protected GatewayBench open() {
    return new SimulatorBench();
  }
}
