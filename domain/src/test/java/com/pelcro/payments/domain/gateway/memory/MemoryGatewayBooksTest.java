package com.pelcro.payments.domain.gateway.memory;

import com.pelcro.payments.domain.gateway.GatewayBench;
import com.pelcro.payments.domain.gateway.GatewayBooksContract;

class MemoryGatewayBooksTest extends GatewayBooksContract {

  @Override
  protected GatewayBench open() {
    return new MemoryBench();
  }
}
