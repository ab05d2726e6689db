package com.pelcro.payments.application.site;

import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.settings.SettingsTrail;
import com.pelcro.payments.domain.settings.Editor;
import com.pelcro.payments.domain.site.Origin;
import com.pelcro.payments.domain.site.Site;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Opens a site.
public final class AddSite {

  public record Request(String name, Origin url, @Nullable String externalId, ZoneId timeZone) {}

  private final Transactions transactions;
  private final Sites sites;
  private final SettingsTrail trail;
  private final InstantSource clock;

  @Inject
  public AddSite(Transactions transactions, Sites sites, SettingsTrail trail, InstantSource clock) {
    this.transactions = transactions;
    this.sites = sites;
    this.trail = trail;
    this.clock = clock;
  }

  public Site add(Request request, Editor by) {
    var site =
        new Site(
            SiteId.next(),
            request.name(),
            request.url(),
            request.externalId(),
            request.timeZone(),
            clock.instant());
    return transactions.commit(
        () -> {
          sites.add(site);
          trail.site(by, null, site);
          return site;
        });
  }
}
