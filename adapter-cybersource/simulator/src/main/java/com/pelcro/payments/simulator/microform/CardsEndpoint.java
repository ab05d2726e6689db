package com.pelcro.payments.simulator.microform;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.pelcro.payments.simulator.http.Call;
import com.pelcro.payments.simulator.http.Endpoint;
import com.pelcro.payments.simulator.http.JsonReply;
import com.pelcro.payments.simulator.http.JsonTree;
import com.pelcro.payments.simulator.http.Reply;
import java.text.ParseException;
import java.util.Map;

/// `POST /simulator/cards`: the token a browser would have got, for callers that have no browser.
public final class CardsEndpoint implements Endpoint {

  private final TransientTokens tokens;
  private final SigningKeys keys;

  /// Makes tokens this way, for contexts signed with these keys.
  public CardsEndpoint(TransientTokens tokens, SigningKeys keys) {
    this.tokens = tokens;
    this.keys = keys;
  }

  @Override
  public Reply answer(Call call) {
    var session = tokens.session(sessionId(call.body().text("capture_context").orElse("")));
    var card =
        FormTokensEndpoint.typed(
            call.body(), "number", "expiration_month", "expiration_year", "security_code");
    return JsonReply.own(201, new JsonTree().put("transient_token", tokens.make(session, card)));
  }

  /// The session a context belongs to; nothing when the context is not ours.
  private String sessionId(String context) {
    try {
      var jws = JWSObject.parse(context);
      if (!jws.verify(new RSASSAVerifier(keys.contextKey()))) {
        return "";
      }
      var flx = jws.getPayload().toJSONObject().get("flx");
      var jwk = flx instanceof Map<?, ?> flex ? flex.get("jwk") : null;
      return jwk instanceof Map<?, ?> key ? String.valueOf(key.get("kid")) : "";
    } catch (ParseException | JOSEException notOurs) {
      return "";
    }
  }
}
