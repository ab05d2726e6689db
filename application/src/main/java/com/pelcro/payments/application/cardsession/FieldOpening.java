package com.pelcro.payments.application.cardsession;

import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.application.Refusal.GatewayUnavailable;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.gateway.Gateways;
import com.pelcro.payments.domain.cardsession.CaptureMethod;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.cardsession.CardSessionId;
import com.pelcro.payments.domain.gateway.CaptureOpening;
import com.pelcro.payments.domain.gateway.CaptureOpening.Opened;
import com.pelcro.payments.domain.gateway.CaptureRequest;
import jakarta.inject.Inject;
import java.time.InstantSource;

/// Asks the gateway for card fields on agreed terms; what comes of it is stored by who asked.
final class FieldOpening {

  private final Gateways gateways;
  private final FormPlace form;
  private final InstantSource clock;

  @Inject
  FieldOpening(Gateways gateways, FormPlace form, InstantSource clock) {
    this.gateways = gateways;
    this.form = form;
    this.clock = clock;
  }

  Result<CardSession> open(SessionTerms.Agreed agreed, CaptureMethod method) {
    var integration = agreed.integration();
    var capture = gateways.get(integration.gateway()).capture();
    return switch (capture.open(integration, asked(agreed, method))) {
      case Opened opened -> new Done<>(session(agreed, opened));
      case CaptureOpening.Refused(var failure) -> new Refused<>(Refusal.because(failure));
      case CaptureOpening.Unavailable(var why) -> new Refused<>(new GatewayUnavailable(why));
    };
  }

  private CaptureRequest asked(SessionTerms.Agreed agreed, CaptureMethod method) {
    var asked = new CaptureRequest(method, agreed.origins(), agreed.networks());
    return switch (method) {
      case MICROFORM -> form.in(agreed.integration().environment(), asked);
      case FLEX_KEY -> asked;
    };
  }

  private CardSession session(SessionTerms.Agreed agreed, Opened opened) {
    return new CardSession(
        CardSessionId.next(),
        agreed.integration().site(),
        agreed.integration().gateway(),
        agreed.origins(),
        agreed.networks(),
        opened.fields(),
        opened.verification(),
        clock.instant(),
        opened.expiresAt());
  }
}
