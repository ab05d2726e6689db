package com.pelcro.payments.simulator.microform;

import com.pelcro.payments.simulator.http.Body;
import com.pelcro.payments.simulator.http.Call;
import com.pelcro.payments.simulator.http.Endpoint;
import com.pelcro.payments.simulator.http.JsonReply;
import com.pelcro.payments.simulator.http.JsonTree;
import com.pelcro.payments.simulator.http.Refusal;
import com.pelcro.payments.simulator.http.Reply;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `POST /flex/v1/keys`: a key to encrypt one card number to. `?format=legacy` names it plainly,
/// else by a JWT.
public final class FlexKeysEndpoint implements Endpoint {

  private static final List<String> ENCRYPTIONS = List.of("None", "RsaOaep", "RsaOaep256");

  private final SigningKeys keys;
  private final InstantSource clock;
  private final Map<String, FlexKey> issued = new HashMap<>();

  /// Issues fresh keys from here.
  public FlexKeysEndpoint(SigningKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public Reply answer(Call call) {
    var format = call.asked("format").orElse("JWT");
    refuse(call.body(), format);
    var key =
        new FlexKey(
            call.merchant(),
            keys.sessionKey(),
            call.body().text("encryptionType").orElseThrow(),
            call.body().text("targetOrigin").orElse(null),
            clock.instant().plus(SessionsEndpoint.LIFETIME));
    var name = format.equals("legacy") ? key.key().getKeyID() : context(key);
    issued.put(name, key);
    return JsonReply.plain(200, view(name, key));
  }

  private static void refuse(Body body, String format) {
    var faults = new LinkedHashMap<String, String>();
    if (!ENCRYPTIONS.contains(body.text("encryptionType").orElse(""))) {
      faults.put("encryptionType", "one of " + ENCRYPTIONS);
    }
    if (body.has("targetOrigin") && !Origins.isOrigin(body.at("targetOrigin").asText())) {
      faults.put("targetOrigin", "an origin, https or http://localhost");
    }
    if (!format.equals("legacy") && !format.equals("JWT")) {
      faults.put("format", "legacy or JWT");
    }
    if (!faults.isEmpty()) {
      throw new Refusal(
          JsonReply.capture(400, "VALIDATION_ERROR", "The request is not valid", faults));
    }
  }

  private String context(FlexKey key) {
    var now = clock.instant().getEpochSecond();
    return SigningKeys.sign(
        keys.contextKey(),
        new JsonTree()
            .put("flx.jwk", key.key().toPublicJWK().toJSONObject())
            .put("flx.path", "/flex/v1/tokens")
            .put("ctx", List.of(Map.of("type", "mf-0.11.0", "data", targets(key))))
            .put("iss", "Flex API")
            .put("exp", now + SessionsEndpoint.LIFETIME.toSeconds())
            .put("iat", now)
            .put("jti", keys.text(16)));
  }

  private static Map<String, Object> targets(FlexKey key) {
    return key.origin() == null ? Map.of() : Map.of("targetOrigins", List.of(key.origin()));
  }

  private static JsonTree view(String name, FlexKey key) {
    return new JsonTree()
        .put("keyId", name)
        .put("der.format", "X.509")
        .put("der.algorithm", "RSA")
        .put("der.publicKey", key.publicKey())
        .put("jwk", key.key().toPublicJWK().toJSONObject());
  }

  /// The key of this name, while it is valid.
  Optional<FlexKey> find(String name) {
    return Optional.ofNullable(issued.get(name))
        .filter(key -> clock.instant().isBefore(key.expires()));
  }

  /// Forgets all.
  public void clear() {
    issued.clear();
  }
}
