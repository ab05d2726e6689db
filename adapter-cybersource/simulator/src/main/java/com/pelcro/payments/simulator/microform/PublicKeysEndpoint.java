package com.pelcro.payments.simulator.microform;

import com.nimbusds.jose.jwk.RSAKey;
import com.pelcro.payments.simulator.http.Call;
import com.pelcro.payments.simulator.http.Endpoint;
import com.pelcro.payments.simulator.http.JsonReply;
import com.pelcro.payments.simulator.http.JsonTree;
import com.pelcro.payments.simulator.http.Refusal;
import com.pelcro.payments.simulator.http.Reply;
import java.util.Map;
import java.util.Optional;

/// `GET /flex/v2/public-keys/{kid}`: the key that verifies capture contexts; a session's key too.
public final class PublicKeysEndpoint implements Endpoint {

  private final SigningKeys keys;
  private final Sessions sessions;

  /// Publishes these keys.
  public PublicKeysEndpoint(SigningKeys keys, Sessions sessions) {
    this.keys = keys;
    this.sessions = sessions;
  }

  @Override
  public Reply answer(Call call) {
    var key =
        find(call.parameter("kid"))
            .orElseThrow(
                () ->
                    new Refusal(
                        JsonReply.capture(
                            404, "NOT_FOUND", "No such key", Map.of("kid", "unknown"))));
    var tree = new JsonTree();
    key.toPublicJWK().toJSONObject().forEach(tree::put);
    return JsonReply.own(200, tree).with("Access-Control-Allow-Origin", "*");
  }

  private Optional<RSAKey> find(String id) {
    return id.equals(SigningKeys.CONTEXT_KEY_ID)
        ? Optional.of(keys.contextKey())
        : sessions.find(id).map(Session::key);
  }
}
