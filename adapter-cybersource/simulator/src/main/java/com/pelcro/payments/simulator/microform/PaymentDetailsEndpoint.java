package com.pelcro.payments.simulator.microform;

import com.pelcro.payments.simulator.card.CapturedCard;
import com.pelcro.payments.simulator.card.CapturedCards;
import com.pelcro.payments.simulator.card.CardNetwork;
import com.pelcro.payments.simulator.http.Call;
import com.pelcro.payments.simulator.http.Endpoint;
import com.pelcro.payments.simulator.http.JsonReply;
import com.pelcro.payments.simulator.http.JsonTree;
import com.pelcro.payments.simulator.http.Refusal;
import com.pelcro.payments.simulator.http.Reply;
import java.util.Map;

/// `GET /flex/v2/payment-details/{jti}`: what was typed into a form, the number masked.
public final class PaymentDetailsEndpoint implements Endpoint {

  private final CapturedCards captured;

  /// Shows these cards.
  public PaymentDetailsEndpoint(CapturedCards captured) {
    this.captured = captured;
  }

  @Override
  public Reply answer(Call call) {
    return captured
        .byJti(call.merchant(), call.parameter("jti"))
        .map(card -> JsonReply.plain(200, view(card)))
        .orElseThrow(
            () ->
                new Refusal(
                    JsonReply.capture(
                        404, "NOT_FOUND", "No such token", Map.of("jti", "unknown"))));
  }

  private static JsonTree view(CapturedCard card) {
    var types = CardNetwork.detect(card.number()).stream().map(CardNetwork::code).toList();
    return new JsonTree()
        .put("paymentInformation.card.number", card.number().crossed())
        .put("paymentInformation.card.expirationMonth", card.month())
        .put("paymentInformation.card.expirationYear", card.year())
        .put("paymentInformation.card.type", types.getFirst());
  }
}
