package com.pelcro.payments.http.ops;

import static com.pelcro.payments.http.access.Access.EVERYONE;

import com.pelcro.payments.http.server.Call;
import com.pelcro.payments.http.server.Reply;
import com.pelcro.payments.http.server.Route;
import com.pelcro.payments.http.server.Routes;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether the process lives, and whether it can serve.
public final class HealthRoutes implements Routes {

  private static final String UP = "up";
  private static final String DOWN = "down";

  private record CheckJson(String name, String status, @Nullable String detail) {

    static CheckJson of(HealthCheck check) {
      var problem = check.problem();
      return new CheckJson(check.name(), problem.isEmpty() ? UP : DOWN, problem.orElse(null));
    }
  }

  private record HealthJson(String status, List<CheckJson> checks) {}

  private final List<HealthCheck> checks;

  @Inject
  public HealthRoutes(Set<HealthCheck> checks) {
    this.checks = checks.stream().sorted(Comparator.comparing(HealthCheck::name)).toList();
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/health/live", EVERYONE, _ -> Reply.ok(new HealthJson(UP, List.of()))),
        Route.get("/health/ready", EVERYONE, this::ready));
  }

  private Reply ready(Call call) {
    var found = checks.stream().map(CheckJson::of).toList();
    return found.stream().allMatch(check -> check.status().equals(UP))
        ? Reply.ok(new HealthJson(UP, found))
        : Reply.json(503, new HealthJson(DOWN, found));
  }
}
