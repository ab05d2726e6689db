package com.pelcro.payments.domain.cardsession;

import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.Origin;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.site.TestIntegrations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Card sessions to test with.
public final class TestCardSessions {

  public static final Instant MADE = Instant.parse("2026-03-01T10:15:36.901Z");

  private TestCardSessions() {}

  public static CardSession microform(SiteId site) {
    return with(
        site,
        new CardFields.Microform(
            "eyJhbGciOiJSUzI1NiJ9.e30.c2ln",
            "https://flex.gateway.example/flex-microform.min.js",
            "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="));
  }

  /// Hosted fields whose library came without a hash.
  public static CardSession unhashed(SiteId site) {
    return with(
        site,
        new CardFields.Microform("eyJhbGciOiJSUzI1NiJ9.e30.c2ln", "https://js.example", null));
  }

  public static CardSession flexKey(SiteId site) {
    return with(site, new CardFields.FlexKey("00key", "{\"kty\":\"RSA\",\"e\":\"AQAB\"}"));
  }

  private static CardSession with(SiteId site, CardFields fields) {
    return new CardSession(
        CardSessionId.next(),
        site,
        TestIntegrations.CYBERSOURCE,
        List.of(new Origin("https://shop.daily.example"), new Origin("https://daily.example")),
        Set.of(CardNetwork.VISA, CardNetwork.DINERS_CLUB),
        fields,
        "{\"kid\":\"00key\"}",
        MADE,
        MADE.plus(Duration.ofMinutes(15)));
  }
}
