package com.pelcro.payments.cybersource.capture;

import com.pelcro.payments.cybersource.json.Json;
import com.pelcro.payments.cybersource.json.Reading;
import com.pelcro.payments.domain.cardsession.CardFields;
import com.pelcro.payments.domain.gateway.CaptureOpening.Opened;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A bare public key from the gateway, good for a quarter of an hour.
public final class FlexKeys {

  private static final Duration LIFETIME = Duration.ofMinutes(15);

  /// What is kept to check the token that comes back.
  record Kept(String publicKey) {}

  private FlexKeys() {}

  public static Optional<Opened> open(Reading answer, Instant now) {
    var keyId = answer.text("keyId");
    var jwk = answer.object("jwk").filter(key -> PublicKeys.ofJwk(key).isPresent());
    var der = answer.text("der.publicKey").filter(key -> PublicKeys.ofDer(key).isPresent());
    return keyId.isPresent() && jwk.isPresent()
        ? der.map(
            key ->
                new Opened(
                    new CardFields.FlexKey(keyId.get(), Json.write(jwk.get().node())),
                    Json.write(new Kept(key)),
                    now.plus(LIFETIME)))
        : Optional.empty();
  }
}
