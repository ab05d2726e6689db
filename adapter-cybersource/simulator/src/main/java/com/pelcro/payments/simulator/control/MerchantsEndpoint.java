package com.pelcro.payments.simulator.control;

import com.pelcro.payments.simulator.http.Call;
import com.pelcro.payments.simulator.http.Credentials;
import com.pelcro.payments.simulator.http.Endpoint;
import com.pelcro.payments.simulator.http.JsonReply;
import com.pelcro.payments.simulator.http.JsonTree;
import com.pelcro.payments.simulator.http.Merchants;
import com.pelcro.payments.simulator.http.Reply;
import java.util.Base64;

/// `/simulator/merchants`: who may sign.
public final class MerchantsEndpoint {

  private final Merchants merchants;

  /// Shows and registers these merchants.
  public MerchantsEndpoint(Merchants merchants) {
    this.merchants = merchants;
  }

  /// `GET …/default`: the merchant that always exists, with its secret.
  public Endpoint standard() {
    return _ -> {
      var standard = merchants.standard();
      return JsonReply.own(200, view(standard).put("secret_key", standard.secret()));
    };
  }

  /// `GET`: all keys, without their secrets.
  public Endpoint list() {
    return _ -> {
      var all = merchants.all().stream().map(key -> view(key).node()).toList();
      return JsonReply.own(200, new JsonTree().put("data", all));
    };
  }

  /// `POST`: registers a key.
  public Endpoint register() {
    return call -> {
      Faults.requireTexts(call.body(), "merchant_id", "key_id", "secret_key");
      var credentials = credentials(call);
      merchants.register(credentials);
      return JsonReply.own(201, view(credentials));
    };
  }

  /// `DELETE …/keys/{key}`: what this key signs is refused from now on.
  public Endpoint forget() {
    return call ->
        merchants.forget(call.parameter("key")) ? Reply.empty(204) : JsonReply.unknownPath();
  }

  private static Credentials credentials(Call call) {
    var body = call.body();
    var secret = body.at("secret_key").asText();
    try {
      Base64.getDecoder().decode(secret);
    } catch (IllegalArgumentException notBase64) {
      throw Faults.at("secret_key", "has to be Base64");
    }
    return new Credentials(
        body.at("merchant_id").asText(),
        body.at("key_id").asText(),
        secret,
        body.text("portfolio_id").orElse(null));
  }

  private static JsonTree view(Credentials credentials) {
    return new JsonTree()
        .put("merchant_id", credentials.merchant())
        .put("key_id", credentials.keyId())
        .put("portfolio_id", credentials.portfolio());
  }
}
