package com.pelcro.payments.simulator.microform;

import com.pelcro.payments.simulator.http.Call;
import com.pelcro.payments.simulator.http.Endpoint;
import com.pelcro.payments.simulator.http.Reply;

/// `OPTIONS` of what browsers call from other origins.
public final class Preflight implements Endpoint {

  @Override
  public Reply answer(Call call) {
    return Reply.empty(204)
        .with("Access-Control-Allow-Origin", "*")
        .with("Access-Control-Allow-Methods", "POST")
        .with("Access-Control-Allow-Headers", "Content-Type");
  }
}
