package com.pelcro.payments.application.renewal;

import com.pelcro.payments.domain.renewal.RenewalId;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;

/// A renewal that is to be looked at.
///
/// @param due since when
/// @param turn when it could be claimed: later than it was due if it was put off, or if whoever
///   claimed it before did not finish
public record DueRenewal(
    SiteId site, SubscriptionId subscription, RenewalId renewal, Instant due, Instant turn) {

  boolean hadToWait() {
    return turn.isAfter(due);
  }

  DueRenewal at(Instant later) {
    return new DueRenewal(site, subscription, renewal, due, later);
  }
}
