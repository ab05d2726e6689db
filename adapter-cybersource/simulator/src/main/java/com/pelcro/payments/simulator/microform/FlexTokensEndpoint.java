package com.pelcro.payments.simulator.microform;

import com.pelcro.payments.simulator.card.CardNetwork;
import com.pelcro.payments.simulator.card.CardNumber;
import com.pelcro.payments.simulator.http.Call;
import com.pelcro.payments.simulator.http.Endpoint;
import com.pelcro.payments.simulator.http.JsonReply;
import com.pelcro.payments.simulator.http.JsonTree;
import com.pelcro.payments.simulator.http.Refusal;
import com.pelcro.payments.simulator.http.Reply;
import com.pelcro.payments.simulator.tokens.Vault;
import java.time.InstantSource;
import java.util.Map;

/// `POST /flex/v1/tokens`: called by browsers, stores an encrypted card number and answers a signed
/// token.
///
/// The token is the id of the number's instrument identifier. That is a decision of ours: what the
/// real token can be looked up as is not documented.
public final class FlexTokensEndpoint implements Endpoint {

  private final FlexKeysEndpoint keys;
  private final Vault vault;
  private final InstantSource clock;

  /// Stores numbers that were encrypted to these keys.
  public FlexTokensEndpoint(FlexKeysEndpoint keys, Vault vault, InstantSource clock) {
    this.keys = keys;
    this.vault = vault;
    this.clock = clock;
  }

  @Override
  public Reply answer(Call call) {
    var body = call.body();
    var name = body.text("keyId").orElse("");
    var key = keys.find(name).orElseThrow(() -> refusal("keyId", "unknown or expired"));
    var type = body.text("cardInfo.cardType").orElseThrow(() -> refusal("cardType", "is required"));
    var number =
        body.text("cardInfo.cardNumber")
            .flatMap(key::open)
            .map(CardNumber::typed)
            .filter(CardNumber::isWellFormed)
            .orElseThrow(() -> refusal("cardNumber", "is no card number"));
    if (CardNetwork.detect(number).stream().noneMatch(network -> network.code().equals(type))) {
      throw refusal("cardType", "does not fit the number");
    }
    var origin = key.origin() == null ? "*" : key.origin();
    return JsonReply.plain(200, token(name, key, type, number))
        .with("Access-Control-Allow-Origin", origin);
  }

  private JsonTree token(String name, FlexKey key, String type, CardNumber number) {
    var identifier = vault.identify(key.merchant(), number);
    var timestamp = clock.instant().toEpochMilli();
    var signed = identifier.id() + "," + type + "," + number.masked() + "," + timestamp;
    return new JsonTree()
        .put("keyId", name)
        .put("token", identifier.id())
        .put("maskedPan", number.masked())
        .put("cardType", type)
        .put("timestamp", timestamp)
        .put("signedFields", "token,cardType,maskedPan,timestamp")
        .put("signature", key.sign(signed))
        .put("discoverableServices", Map.of());
  }

  private static Refusal refusal(String field, String problem) {
    var reply =
        JsonReply.capture(
            400, "VALIDATION_ERROR", "The card is not accepted", Map.of(field, problem));
    return new Refusal(reply.with("Access-Control-Allow-Origin", "*"));
  }
}
