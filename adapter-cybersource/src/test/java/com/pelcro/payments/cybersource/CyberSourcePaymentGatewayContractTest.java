package com.pelcro.payments.cybersource;

import com.pelcro.payments.domain.gateway.PaymentGatewayContract;
import com.pelcro.payments.domain.gateway.GatewayBench;

class CyberSourcePaymentGatewayContractTest extends PaymentGatewayContract {

  @Override
  protected GatewayBench open() {
    return new SimulatorBench();
  }
}
