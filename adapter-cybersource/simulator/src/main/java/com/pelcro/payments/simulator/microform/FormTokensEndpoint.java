package com.pelcro.payments.simulator.microform;

import com.pelcro.payments.simulator.card.CardNumber;
import com.pelcro.payments.simulator.http.Body;
import com.pelcro.payments.simulator.http.Call;
import com.pelcro.payments.simulator.http.Endpoint;
import com.pelcro.payments.simulator.http.JsonReply;
import com.pelcro.payments.simulator.http.Refusal;
import com.pelcro.payments.simulator.http.Reply;
import java.util.Map;

/// `POST /flex/v2/tokens`: what the hosted number field calls. Private to the simulator, like the
/// gateway's own.
public final class FormTokensEndpoint implements Endpoint {

  /// Where the hosted fields send the card.
  public static final String PATH = "/flex/v2/tokens";

  private final TransientTokens tokens;

  /// Makes tokens this way.
  public FormTokensEndpoint(TransientTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Reply answer(Call call) {
    var body = call.body();
    var session = tokens.session(body.text("session").orElse(""));
    if (!session.origins().contains(body.text("parentOrigin").orElse(""))) {
      throw new Refusal(
          JsonReply.capture(
              403, "ORIGIN_NOT_ALLOWED", "This page may not show the form", Map.of("origin", "")));
    }
    return Reply.text(
        201,
        "application/jwt",
        tokens.make(
            session,
            typed(body, "cardNumber", "expirationMonth", "expirationYear", "securityCode")));
  }

  static TypedCard typed(Body body, String number, String month, String year, String code) {
    return new TypedCard(
        CardNumber.typed(body.text(number).orElse("")),
        body.at(month).asText(),
        body.at(year).asText(),
        body.text(code).orElse(null));
  }
}
