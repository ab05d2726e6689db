package com.pelcro.payments.http.event;

import com.pelcro.payments.domain.cardsession.Suspicion;
import java.time.Instant;
import java.util.Locale;

/// That somebody seems to try out stolen cards: at which of `site`, `address` and `card_session` so
/// many were declined, and until when no card is taken there. It never names the address.
record SuspicionJson(String place, int declines, Instant until) {

  static SuspicionJson of(Suspicion suspicion) {
    return new SuspicionJson(
        suspicion.place().name().toLowerCase(Locale.ROOT), suspicion.declines(), suspicion.until());
  }
}
