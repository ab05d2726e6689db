package com.pelcro.payments.domain.gateway.memory;

import com.pelcro.payments.domain.cardsession.CardFields;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.gateway.CaptureOpening;
import com.pelcro.payments.domain.gateway.CaptureRequest;
import com.pelcro.payments.domain.gateway.CardCapture;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.gateway.TokenReading;
import com.pelcro.payments.domain.paymentmethod.CardExpiry;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.SharedSecret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/// Hosted fields of the gateway in memory. A token reads
/// `session.number.card.month.year.until.seal`.
final class MemoryCapture implements CardCapture {

  private static final Duration LIFE = Duration.ofMinutes(15);
  private static final String KEY = "known to the gateway in memory alone";

  private final Wire wire;
  private final InstantSource clock;
  private int last;

  MemoryCapture(Wire wire, InstantSource clock) {
    this.wire = wire;
    this.clock = clock;
  }

  @Override
  public CaptureOpening open(Integration integration, CaptureRequest request) {
    return wire.carry(integration, () -> opened(request), Answers::ofOpening);
  }

  private CaptureOpening opened(CaptureRequest request) {
    var name = "session-" + ++last;
    var fields =
        switch (request.method()) {
          case MICROFORM ->
              new CardFields.Microform(
                  "context." + name, "https://fields.gateway.example/fields.js", "sha256-fields");
          case FLEX_KEY -> new CardFields.FlexKey(name, "{\"kty\":\"RSA\"}");
        };
    return new CaptureOpening.Opened(fields, name, clock.instant().plus(LIFE));
  }

  /// What the browser's library does.
  SharedSecret type(CardSession session, SampleCard card, CardExpiry expiry) {
    var until = clock.instant().plus(LIFE).toEpochMilli();
    var text =
        String.join(
            ".",
            session.verification(),
            Integer.toString(wire.quietly(() -> ++last)),
            card.name(),
            Integer.toString(expiry.month()),
            Integer.toString(expiry.year()),
            Long.toString(until));
    return new SharedSecret(text + "." + seal(text));
  }

  @Override
  public TokenReading read(CardSession session, SharedSecret token) {
    var text = token.reveal();
    var cut = text.lastIndexOf('.');
    if (cut < 0 || !text.substring(cut + 1).equals(seal(text.substring(0, cut)))) {
      return new TokenReading.Forged("its seal is broken");
    }
    var parts = text.split("\\.");
    return parts[0].equals(session.verification())
        ? genuine(session, parts)
        : new TokenReading.Forged("it was made for another session");
  }

  private TokenReading genuine(CardSession session, String[] parts) {
    var until = Instant.ofEpochMilli(Long.parseLong(parts[5]));
    if (!clock.instant().isBefore(until)) {
      return new TokenReading.Expired();
    }
    var card = SampleCard.valueOf(parts[2]);
    var expiry = new CardExpiry(Integer.parseInt(parts[3]), Integer.parseInt(parts[4]));
    return new TokenReading.Genuine(
        session.verification() + "." + parts[1],
        card.expiring(expiry),
        Set.of(card.network()),
        until);
  }

  private static String seal(String text) {
    return Integer.toHexString((KEY + text).hashCode());
  }
}
