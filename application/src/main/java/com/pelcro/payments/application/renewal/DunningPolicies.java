package com.pelcro.payments.application.renewal;

import com.pelcro.payments.domain.renewal.DunningPolicy;
import com.pelcro.payments.domain.site.SiteId;

/// How each site goes after declined renewals.
public interface DunningPolicies {

  /// The site's own policy, or the usual one.
  DunningPolicy of(SiteId site);

  void put(SiteId site, DunningPolicy policy);
}
