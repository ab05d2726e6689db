package com.pelcro.payments.cybersource;

import com.pelcro.payments.domain.gateway.FollowUpsContract;
import com.pelcro.payments.domain.gateway.GatewayBench;

class CyberSourceFollowUpsContractTest extends FollowUpsContract {

  @Override
  protected GatewayBench open() {
    return new SimulatorBench();
  }
}
