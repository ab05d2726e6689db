package com.pelcro.payments.cybersource.capture;

import com.pelcro.payments.cybersource.json.Json;
import com.pelcro.payments.cybersource.json.Reading;
import com.pelcro.payments.domain.cardsession.CardFields;
import com.pelcro.payments.domain.gateway.CaptureOpening.Opened;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/// A capture context: what opens the hosted fields, signed by the gateway. It names the key that
/// tokens from these fields will be signed with.
public final class CaptureContext {

  private static final String KEY = "flx.jwk";

  private final String text;
  private final SignedToken token;

  private CaptureContext(String text, SignedToken token) {
    this.text = text;
    this.token = token;
  }

  public static Optional<CaptureContext> parse(String text) {
    return SignedToken.parse(text).map(token -> new CaptureContext(text, token));
  }

  /// The key of the gateway's that has to have signed this.
  public String keyId() {
    return token.keyId();
  }

  /// The opened fields, when that key signed the context and it is still good.
  public Optional<Opened> open(Reading gatewayKey, Instant now) {
    return PublicKeys.ofJwk(gatewayKey)
        .flatMap(token::claims)
        .flatMap(claims -> opened(claims, now));
  }

  private Optional<Opened> opened(Reading claims, Instant now) {
    var expires = claims.second("exp").filter(now::isBefore);
    var key = claims.object(KEY).filter(jwk -> PublicKeys.ofJwk(jwk).isPresent());
    var data =
        claims.objects("ctx").stream().flatMap(one -> one.object("data").stream()).findFirst();
    var library = data.flatMap(one -> one.text("clientLibrary")).filter(CaptureContext::isUrl);
    return expires.isPresent() && key.flatMap(jwk -> jwk.text("kid")).isPresent()
        ? library.map(
            url ->
                new Opened(
                    new CardFields.Microform(
                        text,
                        url,
                        data.flatMap(one -> one.text("clientLibraryIntegrity")).orElse(null)),
                    Json.write(key.get().node()),
                    expires.get()))
        : Optional.empty();
  }

  private static boolean isUrl(String text) {
    try {
      var url = URI.create(text);
      return url.getHost() != null
          && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
