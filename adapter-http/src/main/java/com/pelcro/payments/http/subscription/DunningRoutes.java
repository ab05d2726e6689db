package com.pelcro.payments.http.subscription;

import static com.pelcro.payments.http.access.Access.SITE;

import com.pelcro.payments.application.subscription.SetDunning;
import com.pelcro.payments.http.server.Call;
import com.pelcro.payments.http.server.Reply;
import com.pelcro.payments.http.server.Route;
import com.pelcro.payments.http.server.Routes;
import jakarta.inject.Inject;
import java.util.List;

/// How a site goes after declined renewals.
public final class DunningRoutes implements Routes {

  private static final String PATH = "/v1/sites/{site}/dunning";

  private final SetDunning dunning;

  @Inject
  public DunningRoutes(SetDunning dunning) {
    this.dunning = dunning;
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.get(PATH, SITE, this::show), Route.put(PATH, SITE, this::put));
  }

  private Reply show(Call call) {
    return Reply.to(dunning.find(call.site()), policy -> Reply.ok(DunningJson.of(policy)));
  }

  private Reply put(Call call) {
    var policy = call.body(DunningJson.class).policy();
    return Reply.to(
        dunning.set(call.site(), policy, call.editor()), set -> Reply.ok(DunningJson.of(set)));
  }
}
