package com.pelcro.payments.http.dashboard.overview;

import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.site.ListSites;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.http.access.Caller;
import com.pelcro.payments.http.dashboard.Door;
import com.pelcro.payments.http.dashboard.Door.Opens;
import com.pelcro.payments.http.dashboard.Html;
import com.pelcro.payments.http.dashboard.Inquiry;
import com.pelcro.payments.http.dashboard.Section;
import com.pelcro.payments.http.server.Reply;
import jakarta.inject.Inject;
import java.util.List;

/// Where one begins: the site of a site key, or the operator's newest one.
public final class HomeSection implements Section {

  private final ListSites sites;

  @Inject
  public HomeSection(ListSites sites) {
    this.sites = sites;
  }

  @Override
  public List<Door> doors() {
    return List.of(
        Door.get("/dashboard", this::home).to(Opens.ANYBODY),
        Door.get("/dashboard/switch", this::turn).to(Opens.OPERATOR));
  }

  private Reply.Answer home(Inquiry inquiry) {
    return switch (inquiry.caller()) {
      case Caller.SiteHolder(var site, _) -> Html.see(path(site));
      case Caller.Operator _, Caller.Anyone _ ->
          sites.list(new Window(1, null)).rows().stream()
              .findFirst()
              .map(site -> Html.see(path(site.id())))
              .orElseGet(() -> Html.see("/dashboard/sites"));
    };
  }

  /// To another site; one that is not there answers for itself.
  private Reply.Answer turn(Inquiry inquiry) {
    return inquiry
        .call()
        .query("site")
        .flatMap(site -> com.pelcro.payments.http.server.PageCall.read(site, SiteId::new))
        .map(site -> Html.see(path(site)))
        .orElseGet(() -> Html.see("/dashboard/sites"));
  }

  private static String path(SiteId site) {
    return "/dashboard/sites/" + site;
  }
}
