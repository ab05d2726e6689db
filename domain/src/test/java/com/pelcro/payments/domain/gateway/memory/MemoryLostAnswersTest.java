package com.pelcro.payments.domain.gateway.memory;

import com.pelcro.payments.domain.gateway.GatewayBench;
import com.pelcro.payments.domain.gateway.LostAnswersContract;

class MemoryLostAnswersTest extends LostAnswersContract {

  @Override
  protected GatewayBench open() {
    return new MemoryBench();
  }
}
