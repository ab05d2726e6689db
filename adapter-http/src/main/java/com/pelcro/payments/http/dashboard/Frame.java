package com.pelcro.payments.http.dashboard;

import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.site.Integrations;
import com.pelcro.payments.application.site.ListSites;
import com.pelcro.payments.domain.site.Environment;
import com.pelcro.payments.domain.site.Site;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.http.dashboard.Shell.Choice;
import com.pelcro.payments.http.dashboard.Shell.Entry;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes what stands around a page.
public final class Frame {

  private final ListSites sites;
  private final Integrations integrations;

  @Inject
  public Frame(ListSites sites, Integrations integrations) {
    this.sites = sites;
    this.integrations = integrations;
  }

  Shell around(Inquiry inquiry, Menu current, String title) {
    var place = inquiry.place();
    var world = place == null ? "none" : world(place.id());
    return new Shell(
        title,
        Assets.PATH,
        inquiry.csrf(),
        inquiry.isOperator(),
        place == null ? null : place.name(),
        world,
        place == null ? List.of() : menu(inquiry, current, world),
        inquiry.isOperator() ? others(place) : List.of(),
        current == Menu.SITES,
        inquiry.call().query("done").flatMap(Notices::text).orElse(null));
  }

  private static List<Entry> menu(Inquiry inquiry, Menu current, String world) {
    return Stream.of(Menu.values())
        .filter(Menu::isOfSite)
        .filter(one -> one != Menu.RECONCILIATION || inquiry.isOperator())
        .filter(one -> one != Menu.TEST_CLOCK || world.equals("sandbox"))
        .map(one -> new Entry(one.label(), inquiry.path(one.path()), one == current))
        .toList();
  }

  private List<Choice> others(@Nullable Site place) {
    return sites.list(new Window(Window.MOST, null)).rows().stream()
        .map(site -> new Choice(site.id().value(), site.name(), site.equals(place)))
        .toList();
  }

  /// One integration with real money is enough to be careful.
  private String world(SiteId site) {
    var all = integrations.of(site);
    if (all.isEmpty()) {
      return "none";
    }
    return all.stream().anyMatch(one -> one.environment() == Environment.LIVE) ? "live" : "sandbox";
  }
}
