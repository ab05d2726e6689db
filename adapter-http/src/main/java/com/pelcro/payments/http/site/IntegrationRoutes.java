package com.pelcro.payments.http.site;

import static com.pelcro.payments.http.access.Access.SITE;

import com.pelcro.payments.application.site.CheckIntegration;
import com.pelcro.payments.application.site.CheckIntegration.Checked;
import com.pelcro.payments.application.site.ConfigureIntegration;
import com.pelcro.payments.application.site.ConfigureIntegration.Configured;
import com.pelcro.payments.application.site.FindIntegration;
import com.pelcro.payments.application.site.ListIntegrations;
import com.pelcro.payments.application.site.RemoveIntegration;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.http.json.Page;
import com.pelcro.payments.http.server.Call;
import com.pelcro.payments.http.server.Reply;
import com.pelcro.payments.http.server.Route;
import com.pelcro.payments.http.server.Routes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A site's settings for each gateway.
public final class IntegrationRoutes implements Routes {

  private static final String ALL = "/v1/sites/{site}/integrations";
  private static final String ONE = ALL + "/{gateway}";

  private record VerificationJson(
      boolean ok, Instant checkedAt, @Nullable String problem, String detail) {}

  private final ConfigureIntegration configure;
  private final FindIntegration find;
  private final ListIntegrations list;
  private final RemoveIntegration remove;
  private final CheckIntegration check;

  @Inject
  public IntegrationRoutes(
      ConfigureIntegration configure,
      FindIntegration find,
      ListIntegrations list,
      RemoveIntegration remove,
      CheckIntegration check) {
    this.configure = configure;
    this.find = find;
    this.list = list;
    this.remove = remove;
    this.check = check;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(ALL, SITE, this::list),
        Route.put(ONE, SITE, this::put),
        Route.get(ONE, SITE, this::show),
        Route.delete(ONE, SITE, this::remove),
        Route.post(ONE + "/verify", SITE, this::verify));
  }

  private Reply list(Call call) {
    return Reply.to(list.list(call.site()), all -> Reply.ok(Page.whole(all, IntegrationJson::of)));
  }

  private Reply put(Call call) {
    var request = call.body(NewIntegrationJson.class).request(call.site(), gateway(call));
    return Reply.to(configure.configure(request, call.editor()), IntegrationRoutes::reply);
  }

  private static Reply reply(Configured configured) {
    var status =
        switch (configured.novelty()) {
          case ADDED -> 201;
          case CHANGED -> 200;
        };
    return Reply.json(status, IntegrationJson.of(configured.integration()));
  }

  private Reply show(Call call) {
    return Reply.to(
        find.find(call.site(), gateway(call)), found -> Reply.ok(IntegrationJson.of(found)));
  }

  private Reply remove(Call call) {
    return Reply.to(remove.remove(call.site(), gateway(call), call.editor()), _ -> Reply.nothing());
  }

  private Reply verify(Call call) {
    return Reply.to(
        check.check(call.site(), gateway(call)), checked -> Reply.ok(verification(checked)));
  }

  private static VerificationJson verification(Checked checked) {
    var problem =
        switch (checked.check().verdict()) {
          case OK -> null;
          case CREDENTIALS_REJECTED, UNREACHABLE, MISCONFIGURED ->
              checked.check().verdict().name().toLowerCase(Locale.ROOT);
        };
    return new VerificationJson(problem == null, checked.at(), problem, checked.check().detail());
  }

  private static GatewayId gateway(Call call) {
    return call.id("gateway", GatewayId::new);
  }
}
