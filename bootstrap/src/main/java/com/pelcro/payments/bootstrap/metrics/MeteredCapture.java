package com.pelcro.payments.bootstrap.metrics;

import com.pelcro.payments.bootstrap.metrics.GatewayCalls.About;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.gateway.CaptureOpening;
import com.pelcro.payments.domain.gateway.CaptureRequest;
import com.pelcro.payments.domain.gateway.CardCapture;
import com.pelcro.payments.domain.gateway.TokenReading;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.SharedSecret;
import java.util.function.Function;

/// Watches the opening of card fields; reading a token asks nobody.
public final class MeteredCapture implements CardCapture {

  private final CardCapture capture;
  private final GatewayCalls calls;

  public MeteredCapture(CardCapture capture, GatewayCalls calls) {
    this.capture = capture;
    this.calls = calls;
  }

  @Override
  public CaptureOpening open(Integration integration, CaptureRequest request) {
    return calls.watch(
        "open_card_fields",
        new About(integration.site(), null),
        () -> capture.open(integration, request),
        Function.identity());
  }

  @Override
  public TokenReading read(CardSession session, SharedSecret token) {
    return capture.read(session, token);
  }
}
