package com.pelcro.payments.application.renewal;

import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The renewals that fall due by themselves.
public interface RenewalQueue {

  /// Claims what is due by `now` at all sites without a test clock, longest due first: nobody else
  /// is given it before `until`. In a transaction of its own, whose cost does not depend on how
  /// many subscriptions there are.
  List<DueRenewal> claim(Instant now, Instant until, int most);

  /// Leaves what was claimed alone until its turn comes.
  void putOff(List<DueRenewal> claimed);

  /// What falls due next at a site, by `now` of its own clock at the latest.
  Optional<DueRenewal> next(SiteId site, Instant now);

  /// Whether a renewal of the site awaits the answer to its charge.
  boolean isProcessing(SiteId site);

  /// How many are due by `now` and not worked off.
  long backlog(Instant now);
}
