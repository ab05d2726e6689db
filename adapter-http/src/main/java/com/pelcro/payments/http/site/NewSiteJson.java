package com.pelcro.payments.http.site;

import com.pelcro.payments.application.site.AddSite;
import com.pelcro.payments.domain.site.Origin;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A site to be opened.
record NewSiteJson(
    String name, String url, @Nullable String externalId, @Nullable String timeZone) {

  AddSite.Request request() {
    return new AddSite.Request(
        name, new Origin(url), externalId, ZoneId.of(timeZone == null ? "UTC" : timeZone));
  }
}
