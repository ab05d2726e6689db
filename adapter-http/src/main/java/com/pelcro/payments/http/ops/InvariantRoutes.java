package com.pelcro.payments.http.ops;

import com.pelcro.payments.application.invariant.CheckInvariants;
import com.pelcro.payments.application.invariant.Invariant;
import com.pelcro.payments.application.invariant.InvariantCheck;
import com.pelcro.payments.application.invariant.Violation;
import com.pelcro.payments.http.access.Access;
import com.pelcro.payments.http.server.Reply;
import com.pelcro.payments.http.server.Route;
import com.pelcro.payments.http.server.Routes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// Checks on demand what has to be true of all money and all events.
public final class InvariantRoutes implements Routes {

  private record RuleJson(String rule, long violations) {}

  private record ViolationJson(String rule, String site, String object) {

    static ViolationJson of(Violation violation) {
      return new ViolationJson(
          violation.invariant().code(), violation.site().value(), violation.object());
    }
  }

  private record CheckJson(
      Instant checkedAt, boolean ok, List<RuleJson> rules, List<ViolationJson> violations) {

    static CheckJson of(InvariantCheck check) {
      return new CheckJson(
          check.at(),
          check.isClean(),
          Arrays.stream(Invariant.values())
              .map(invariant -> new RuleJson(invariant.code(), check.count(invariant)))
              .toList(),
          check.violations().stream().map(ViolationJson::of).toList());
    }
  }

  private final CheckInvariants check;

  @Inject
  public InvariantRoutes(CheckInvariants check) {
    this.check = check;
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.post("/v1/invariant-checks", Access.OPERATOR, _ -> check()));
  }

  private Reply check() {
    return Reply.ok(CheckJson.of(check.check()));
  }
}
