package com.pelcro.payments.http.server;

import com.pelcro.payments.http.access.Access;

/// One route: where it is by the contract, who may take it, what it does.
public record Route(String method, String path, Access access, BodyRule rule, Endpoint endpoint) {

  public static Route get(String path, Access access, Endpoint endpoint) {
    return new Route("GET", path, access, BodyRule.NONE, endpoint);
  }

  public static Route put(String path, Access access, Endpoint endpoint) {
    return new Route("PUT", path, access, BodyRule.NONE, endpoint);
  }

  public static Route post(String path, Access access, Endpoint endpoint) {
    return new Route("POST", path, access, BodyRule.NONE, endpoint);
  }

  public static Route patch(String path, Access access, Endpoint endpoint) {
    return new Route("PATCH", path, access, BodyRule.NONE, endpoint);
  }

  public static Route delete(String path, Access access, Endpoint endpoint) {
    return new Route("DELETE", path, access, BodyRule.NONE, endpoint);
  }

  public Route with(BodyRule more) {
    return new Route(method, path, access, more, endpoint);
  }
}
