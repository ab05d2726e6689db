package com.pelcro.payments.simulator;

import com.pelcro.payments.simulator.http.Endpoint;
import com.pelcro.payments.simulator.http.Exchanges;
import com.pelcro.payments.simulator.http.JsonReply;
import com.pelcro.payments.simulator.http.Tomorrow;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/// Which path leads to which endpoint, and who may walk it.
record Routes(Router router, Exchanges exchanges, Tomorrow tomorrow) {

  /// For merchants, who sign.
  Routes signed(String method, String path, Endpoint endpoint) {
    return add(method, path, exchanges.signed(tomorrow.at(endpoint)));
  }

  /// For browsers and for everybody.
  Routes open(String method, String path, Endpoint endpoint) {
    return add(method, path, exchanges.open(endpoint));
  }

  /// The simulator's own side.
  Routes own(String method, String path, Endpoint endpoint) {
    return add(method, path, exchanges.own(endpoint));
  }

  /// Everything else.
  void close() {
    router.route().handler(exchanges.open(_ -> JsonReply.unknownPath()));
  }

  private Routes add(String method, String path, Handler<RoutingContext> handler) {
    router.route(HttpMethod.valueOf(method), path).handler(handler);
    return this;
  }
}
