package com.pelcro.payments.cybersource;

import com.pelcro.payments.cybersource.capture.CaptureContext;
import com.pelcro.payments.cybersource.capture.FlexKeys;
import com.pelcro.payments.cybersource.capture.FlexToken;
import com.pelcro.payments.cybersource.capture.TransientToken;
import com.pelcro.payments.cybersource.http.Conversation;
import com.pelcro.payments.cybersource.http.CyberSourceClient;
import com.pelcro.payments.cybersource.http.Exchange;
import com.pelcro.payments.cybersource.http.Exchange.Reply;
import com.pelcro.payments.cybersource.http.Route;
import com.pelcro.payments.cybersource.json.Json;
import com.pelcro.payments.cybersource.json.Reading;
import com.pelcro.payments.cybersource.json.SessionJson;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.gateway.CaptureOpening;
import com.pelcro.payments.domain.gateway.CaptureOpening.Opened;
import com.pelcro.payments.domain.gateway.CaptureOpening.Refused;
import com.pelcro.payments.domain.gateway.CaptureOpening.Unavailable;
import com.pelcro.payments.domain.gateway.CaptureRequest;
import com.pelcro.payments.domain.gateway.CardCapture;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.TokenReading;
import com.pelcro.payments.domain.site.Environment;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.SharedSecret;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Opens CyberSource's hosted card fields, and reads what they bring without asking anybody.
final class CyberSourceCapture implements CardCapture {

  private static final Route SESSIONS = Route.of("/microform/v2/sessions");
  private static final Route KEYS = new Route("/flex/v1/keys", "/flex/v1/keys?format=legacy");
  private static final int MOST_KEYS = 100;

  private record KeyName(Environment environment, String id) {}

  private final CyberSourceClient client;
  private final InstantSource clock;
  private final Map<KeyName, Reading> gatewayKeys = new ConcurrentHashMap<>();

  CyberSourceCapture(CyberSourceClient client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  @Override
  public CaptureOpening open(Integration integration, CaptureRequest request) {
    var talk = client.begin(integration, "open_card_fields", "-");
    return switch (request.method()) {
      case MICROFORM ->
          opening(
              talk.post(SESSIONS, SessionJson.of(request)),
              201,
              body -> context(talk, integration.environment(), body));
      case FLEX_KEY ->
          opening(
              talk.post(KEYS, SessionJson.KeyJson.of(request)),
              200,
              body -> Json.read(body).flatMap(key -> FlexKeys.open(key, clock.instant())));
    };
  }

  @Override
  public TokenReading read(CardSession session, SharedSecret token) {
    return switch (session.method()) {
      case MICROFORM -> TransientToken.read(session, token, clock.instant());
      case FLEX_KEY -> FlexToken.read(session, token, clock.instant());
    };
  }

  private interface Opener {
    Optional<Opened> open(String body);
  }

  private static CaptureOpening opening(Exchange exchange, int success, Opener opener) {
    return switch (exchange) {
      case Exchange.NotSent(var why) -> new Unavailable(why);
      case Exchange.NoReply(var why) -> new Unavailable(why);
      case Reply(int status, var body) when status == success ->
          opener
              .open(body)
              .<CaptureOpening>map(opened -> opened)
              .orElseGet(
                  () -> new Unavailable("what came to open the fields is not to be trusted"));
      case Reply(int status, var body) when VaultReplies.isRefusal(status) ->
          new Refused(VaultReplies.failure(status, body, FailureCode.GATEWAY_MISCONFIGURED));
      case Reply(int status, _) -> new Unavailable("the gateway answered HTTP " + status);
    };
  }

  /// Checks the context with the gateway's key; a key we keep may be an old one of the same name.
  private Optional<Opened> context(Conversation talk, Environment environment, String body) {
    return CaptureContext.parse(body.strip())
        .flatMap(
            context -> {
              var name = new KeyName(environment, context.keyId());
              return Optional.ofNullable(gatewayKeys.get(name))
                  .flatMap(key -> context.open(key, clock.instant()))
                  .or(() -> fetch(talk, name).flatMap(key -> context.open(key, clock.instant())));
            });
  }

  private Optional<Reading> fetch(Conversation talk, KeyName name) {
    var exchange = talk.get(Route.of("/flex/v2/public-keys/{kid}", name.id));
    var key =
        exchange instanceof Reply(int status, var body) && status == 200
            ? Json.read(body)
            : Optional.<Reading>empty();
    if (gatewayKeys.size() >= MOST_KEYS) {
      gatewayKeys.clear();
    }
    key.ifPresent(found -> gatewayKeys.put(name, found));
    return key;
  }
}
