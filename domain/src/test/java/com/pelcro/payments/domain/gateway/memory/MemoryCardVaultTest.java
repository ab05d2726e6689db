package com.pelcro.payments.domain.gateway.memory;

import com.pelcro.payments.domain.gateway.CardVaultContract;
import com.pelcro.payments.domain.gateway.GatewayBench;

class MemoryCardVaultTest extends CardVaultContract {

  @Override
  protected GatewayBench open() {
    return new MemoryBench();
  }
}
