package com.pelcro.payments.http.server;

import com.pelcro.payments.http.access.Access;
import java.util.Objects;

/// One route: where it is by the contract, who may take it, without which there is no route,
/// whether it waits, what it does.
public record Route(
    String method, String path, Access access, Pace pace, BodyRule rule, Endpoint endpoint) {

  public Route {
    var _ = Objects.requireNonNull(access, () -> path + " does not say who may take it");
  }

  public static Route get(String path, Access access, Endpoint endpoint) {
    return of("GET", path, access, endpoint);
  }

  /// A `GET` that may wait for something to happen.
  public static Route waiting(String path, Access access, Endpoint endpoint) {
    return new Route("GET", path, access, Pace.WAITING, BodyRule.NONE, endpoint);
  }

  public static Route put(String path, Access access, Endpoint endpoint) {
    return of("PUT", path, access, endpoint);
  }

  public static Route post(String path, Access access, Endpoint endpoint) {
    return of("POST", path, access, endpoint);
  }

  public static Route patch(String path, Access access, Endpoint endpoint) {
    return of("PATCH", path, access, endpoint);
  }

  public static Route delete(String path, Access access, Endpoint endpoint) {
    return of("DELETE", path, access, endpoint);
  }

  public Route with(BodyRule more) {
    return new Route(method, path, access, pace, more, endpoint);
  }

  /// This route, with room for a limited number of calls, whoever may take it.
  public Route limited() {
    return new Route(method, path, access, Pace.PROMPT, rule, endpoint);
  }

  private static Route of(String method, String path, Access access, Endpoint endpoint) {
    var pace = access == Access.EVERYONE ? Pace.ALWAYS : Pace.PROMPT;
    return new Route(method, path, access, pace, BodyRule.NONE, endpoint);
  }
}
