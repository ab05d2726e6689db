package com.pelcro.payments.http.subscription;

import static com.pelcro.payments.http.access.Access.SITE;

import com.pelcro.payments.application.subscription.SetTestClock;
import com.pelcro.payments.application.subscription.SetTestClock.Standing;
import com.pelcro.payments.http.json.Times;
import com.pelcro.payments.http.server.Call;
import com.pelcro.payments.http.server.Reply;
import com.pelcro.payments.http.server.Route;
import com.pelcro.payments.http.server.Routes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/// The test clock of a sandbox site.
public final class TestClockRoutes implements Routes {

  private static final String PATH = "/v1/sites/{site}/test-clock";

  private record TestClockJson(Instant now, String status) {

    static TestClockJson of(Standing clock) {
      return new TestClockJson(clock.now(), clock.isReady() ? "ready" : "advancing");
    }
  }

  private final SetTestClock clocks;

  @Inject
  public TestClockRoutes(SetTestClock clocks) {
    this.clocks = clocks;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post(PATH, SITE, this::advance),
        Route.get(PATH, SITE, this::show),
        Route.delete(PATH, SITE, this::remove));
  }

  private Reply advance(Call call) {
    var to = Times.read(call.body().path("advance_to").asText()).orElseThrow();
    return Reply.to(
        clocks.advance(call.site(), to), clock -> Reply.json(202, TestClockJson.of(clock)));
  }

  private Reply show(Call call) {
    return Reply.to(clocks.find(call.site()), clock -> Reply.ok(TestClockJson.of(clock)));
  }

  private Reply remove(Call call) {
    return Reply.to(clocks.remove(call.site()), _ -> Reply.nothing());
  }
}
