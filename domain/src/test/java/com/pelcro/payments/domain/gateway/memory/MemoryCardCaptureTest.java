package com.pelcro.payments.domain.gateway.memory;

import com.pelcro.payments.domain.gateway.CardCaptureContract;
import com.pelcro.payments.domain.gateway.GatewayBench;

class MemoryCardCaptureTest extends CardCaptureContract {

  @Override
  protected GatewayBench open() {
    return new MemoryBench();
  }
}
