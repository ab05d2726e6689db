package com.pelcro.payments.cybersource;

import com.pelcro.payments.domain.gateway.GatewayBench;
import com.pelcro.payments.domain.gateway.PaymentGatewayContract;

class CyberSourcePaymentGatewayContractTest extends PaymentGatewayContract {

  @Override
  protected GatewayBench open() {
    return new SimulatorBench();
  }
}
