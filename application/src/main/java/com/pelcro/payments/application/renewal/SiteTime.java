package com.pelcro.payments.application.renewal;

import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;

/// What time it is for the subscriptions of a site: everybody's, or its test clock's.
public interface SiteTime {
  Instant now(SiteId site);
}
