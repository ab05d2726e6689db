package com.pelcro.payments.http.cardsession;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.pelcro.payments.domain.cardsession.CardFields;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.Origin;
import com.pelcro.payments.http.json.Json;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A card session as the API shows it; what the adapter keeps to check tokens stays inside.
record CardSessionJson(
    String id,
    String gateway,
    String method,
    @Nullable String captureContext,
    @Nullable String clientLibrary,
    @Nullable String clientLibraryIntegrity,
    @Nullable PublicKeyJson publicKey,
    List<String> origins,
    List<String> cardNetworks,
    String formUrl,
    Instant createdAt,
    Instant expiresAt) {

  record PublicKeyJson(String keyId, JsonNode jwk) {}

  private record Fields(
      @Nullable String context,
      @Nullable String library,
      @Nullable String integrity,
      @Nullable PublicKeyJson key) {}

  static CardSessionJson of(CardSession session, URI publicUrl) {
    var fields = fields(session.fields());
    return new CardSessionJson(
        session.id().value(),
        session.gateway().value(),
        session.method().name().toLowerCase(Locale.ROOT),
        fields.context(),
        fields.library(),
        fields.integrity(),
        fields.key(),
        session.origins().stream().map(Origin::value).toList(),
        session.networks().stream().sorted().map(CardNetwork::code).toList(),
        publicUrl.toString().replaceAll("/+$", "") + "/pay/" + session.id(),
        session.createdAt(),
        session.expiresAt());
  }

  private static Fields fields(CardFields fields) {
    return switch (fields) {
      case CardFields.Microform(var context, var library, var integrity) ->
          new Fields(context, library, integrity, null);
      case CardFields.FlexKey(var keyId, var jwk) ->
          new Fields(null, null, null, new PublicKeyJson(keyId, parsed(jwk)));
    };
  }

  private static JsonNode parsed(String jwk) {
    try {
      return Json.read(jwk);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the adapter gives keys as JSON", e);
    }
  }
}
