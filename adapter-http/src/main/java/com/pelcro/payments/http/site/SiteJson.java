package com.pelcro.payments.http.site;

import com.pelcro.payments.domain.site.Site;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A site as the API shows it.
public record SiteJson(
    String id,
    String name,
    String url,
    @Nullable String externalId,
    String timeZone,
    Instant createdAt) {

  public static SiteJson of(Site site) {
    return new SiteJson(
        site.id().value(),
        site.name(),
        site.url().value(),
        site.externalId(),
        site.timeZone().getId(),
        site.createdAt());
  }
}
