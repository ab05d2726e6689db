package com.pelcro.payments.http.site;

import com.pelcro.payments.application.gateway.Gateways;
import com.pelcro.payments.http.access.Access;
import com.pelcro.payments.http.server.Call;
import com.pelcro.payments.http.server.Reply;
import com.pelcro.payments.http.server.Route;
import com.pelcro.payments.http.server.Routes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/// The gateways this service was wired with.
public final class GatewayRoutes implements Routes {

  private final Gateways gateways;

  @Inject
  public GatewayRoutes(Gateways gateways) {
    this.gateways = gateways;
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.get("/v1/gateways", Access.ANY_KEY, this::list));
  }

  private Reply list(Call call) {
    return Reply.ok(Map.of("data", gateways.profiles().stream().map(GatewayJson::of).toList()));
  }
}
