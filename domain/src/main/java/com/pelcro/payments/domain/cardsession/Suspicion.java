package com.pelcro.payments.domain.cardsession;

import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;

/// So many cards just typed were declined that somebody seems to try out cards that are not theirs.
///
/// @param declines how many were declined lately
/// @param until when cards may be typed there again, if nothing more happens
public record Suspicion(SiteId site, Place place, int declines, Instant until) {

  /// Where they were typed.
  public enum Place {
    SITE,
    /// By a browser at one address.
    ADDRESS,
    CARD_SESSION
  }
}
