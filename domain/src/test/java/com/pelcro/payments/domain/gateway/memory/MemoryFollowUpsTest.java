package com.pelcro.payments.domain.gateway.memory;

import com.pelcro.payments.domain.gateway.FollowUpsContract;
import com.pelcro.payments.domain.gateway.GatewayBench;

class MemoryFollowUpsTest extends FollowUpsContract {

  @Override
  protected GatewayBench open() {
    return new MemoryBench();
  }
}
