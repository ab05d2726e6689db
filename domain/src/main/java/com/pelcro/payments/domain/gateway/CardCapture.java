package com.pelcro.payments.domain.gateway;

import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.SharedSecret;

/// Opens the gateway's hosted card fields and reads what comes back from them; card numbers pass us
/// by.
public interface CardCapture {

  CaptureOpening open(Integration integration, CaptureRequest request);

  /// Checks a token against the session it must come from. Asks nobody: the session holds all it
  /// takes.
  TokenReading read(CardSession session, SharedSecret token);
}
