package com.pelcro.payments.application.site;

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

  private final Sites sites;
  private final InstantSource clock;

  @Inject
  public AddSite(Sites sites, InstantSource clock) {
    this.sites = sites;
    this.clock = clock;
  }

  public Site add(Request request) {
    var site =
        new Site(
            SiteId.next(),
            request.name(),
            request.url(),
            request.externalId(),
            request.timeZone(),
            clock.instant());
    sites.add(site);
    return site;
  }
}
