package com.pelcro.payments.domain.gateway.memory;

import com.pelcro.payments.domain.gateway.GatewayBench;
import com.pelcro.payments.domain.gateway.PaymentGatewayContract;

class MemoryPaymentGatewayTest extends PaymentGatewayContract {

  @Override
  protected GatewayBench open() {
    return new MemoryBench();
  }
}
