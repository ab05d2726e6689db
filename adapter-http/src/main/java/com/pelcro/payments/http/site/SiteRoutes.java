package com.pelcro.payments.http.site;

import static com.pelcro.payments.http.access.Access.OPERATOR;
import static com.pelcro.payments.http.access.Access.SITE;

import com.pelcro.payments.application.site.AddSite;
import com.pelcro.payments.application.site.ChangeSite;
import com.pelcro.payments.application.site.FindSite;
import com.pelcro.payments.application.site.ListSites;
import com.pelcro.payments.domain.site.Origin;
import com.pelcro.payments.domain.site.Site;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.http.json.Changes;
import com.pelcro.payments.http.json.Page;
import com.pelcro.payments.http.server.Call;
import com.pelcro.payments.http.server.Reply;
import com.pelcro.payments.http.server.Route;
import com.pelcro.payments.http.server.Routes;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;

/// Sites.
public final class SiteRoutes implements Routes {

  private final AddSite add;
  private final FindSite find;
  private final ListSites list;
  private final ChangeSite change;

  @Inject
  public SiteRoutes(AddSite add, FindSite find, ListSites list, ChangeSite change) {
    this.add = add;
    this.find = find;
    this.list = list;
    this.change = change;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post("/v1/sites", OPERATOR, this::add),
        Route.get("/v1/sites", OPERATOR, this::list),
        Route.get("/v1/sites/{site}", SITE, this::show),
        Route.patch("/v1/sites/{site}", SITE, this::change));
  }

  private Reply add(Call call) {
    return Reply.json(
        201, SiteJson.of(add.add(call.body(NewSiteJson.class).request(), call.editor())));
  }

  private Reply list(Call call) {
    return Reply.to(
        call.window(SiteId.PREFIX),
        window -> Reply.ok(Page.of(list.list(window), SiteJson::of, site -> site.id().value())));
  }

  private Reply show(Call call) {
    return Reply.to(find.find(call.site()), site -> Reply.ok(SiteJson.of(site)));
  }

  private Reply change(Call call) {
    var changes = new Changes(call.body());
    return Reply.to(
        change.change(call.site(), site -> changed(site, changes), call.editor()),
        site -> Reply.ok(SiteJson.of(site)));
  }

  private static Site changed(Site site, Changes changes) {
    return new Site(
        site.id(),
        changes.text("name", site.name()),
        new Origin(changes.text("url", site.url().value())),
        changes.clearable("external_id", site.externalId()),
        ZoneId.of(changes.text("time_zone", site.timeZone().getId())),
        site.createdAt());
  }
}
