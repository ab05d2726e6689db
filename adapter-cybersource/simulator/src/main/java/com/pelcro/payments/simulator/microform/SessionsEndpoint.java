package com.pelcro.payments.simulator.microform;

import com.pelcro.payments.simulator.http.Body;
import com.pelcro.payments.simulator.http.Call;
import com.pelcro.payments.simulator.http.Endpoint;
import com.pelcro.payments.simulator.http.JsonReply;
import com.pelcro.payments.simulator.http.JsonTree;
import com.pelcro.payments.simulator.http.Refusal;
import com.pelcro.payments.simulator.http.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `POST /microform/v2/sessions`: opens a card form and answers its signed capture context, a bare
/// JWT.
public final class SessionsEndpoint implements Endpoint {

  static final Duration LIFETIME = Duration.ofMinutes(15);

  private static final Set<String> NETWORKS =
      Set.of(
          ("VISA MASTERCARD AMEX CARNET CARTESBANCAIRES CUP DINERSCLUB DISCOVER EFTPOS ELO JAYWAN"
                  + " JCB JCREW KCP MADA MAESTRO MEEZA PAYPAK UATP")
              .split(" ", -1));
  private static final String PREFIX = "transientTokenResponseOptions.includeCardPrefix";

  private final Sessions sessions;
  private final SigningKeys keys;
  private final BrowserLibrary library;
  private final InstantSource clock;

  /// Opens sessions that use this library in the browser.
  public SessionsEndpoint(
      Sessions sessions, SigningKeys keys, BrowserLibrary library, InstantSource clock) {
    this.sessions = sessions;
    this.keys = keys;
    this.library = library;
    this.clock = clock;
  }

  @Override
  public Reply answer(Call call) {
    var body = call.body();
    var faults = faults(body);
    if (!faults.isEmpty()) {
      throw new Refusal(
          JsonReply.capture(400, "VALIDATION_ERROR", "The request is not valid", faults));
    }
    var now = clock.instant();
    var session =
        new Session(
            call.merchant(),
            keys.sessionKey(),
            body.texts("targetOrigins"),
            body.texts("allowedCardNetworks"),
            body.has(PREFIX) ? body.flag(PREFIX) : null,
            now.plus(LIFETIME));
    sessions.open(session);
    var context = SigningKeys.sign(keys.contextKey(), context(call.baseUrl(), body, session, now));
    return Reply.text(201, "application/jwt", context);
  }

  private static Map<String, String> faults(Body body) {
    var faults = new LinkedHashMap<String, String>();
    var origins = body.texts("targetOrigins");
    if (origins.isEmpty() || origins.size() > 9 || !origins.stream().allMatch(Origins::isOrigin)) {
      faults.put("targetOrigins", "one to nine origins, https or http://localhost, without a path");
    }
    var networks = body.texts("allowedCardNetworks");
    if (networks.isEmpty() || !NETWORKS.containsAll(networks)) {
      faults.put("allowedCardNetworks", "at least one known card network");
    }
    if (!body.text("clientVersion").orElse("").startsWith("v2")) {
      faults.put("clientVersion", "v2");
    }
    if (!List.of("CARD", "CHECK").containsAll(body.texts("allowedPaymentTypes"))) {
      faults.put("allowedPaymentTypes", "CARD or CHECK");
    }
    return faults;
  }

  private JsonTree context(String baseUrl, Body body, Session session, Instant now) {
    var options = body.at("transientTokenResponseOptions");
    var types = body.texts("allowedPaymentTypes");
    var data =
        new JsonTree()
            .put("clientLibraryIntegrity", library.integrity())
            .put("clientLibrary", baseUrl + BrowserLibrary.PATH)
            .put("allowedCardNetworks", session.networks())
            .put("targetOrigins", session.origins())
            .put("mfOrigin", baseUrl)
            .put("allowedPaymentTypes", types.isEmpty() ? List.of("CARD") : types);
    return new JsonTree()
        .put("flx.path", FormTokensEndpoint.PATH)
        .put("flx.transientTokenResponseOptions", options.isObject() ? options : null)
        .put("flx.data", Base64.getEncoder().encodeToString(keys.bytes(99)))
        .put("flx.origin", baseUrl)
        .put("flx.jwk", session.key().toPublicJWK().toJSONObject())
        .put("ctx", List.of(new JsonTree().put("data", data).put("type", "mf-2.1.0").node()))
        .put("iss", "Flex API")
        .put("exp", now.plus(LIFETIME).getEpochSecond())
        .put("iat", now.getEpochSecond())
        .put("jti", keys.text(16));
  }
}
