package com.pelcro.payments.domain.cardsession;

import org.jspecify.annotations.Nullable;

/// What the browser needs to open the fields.
public sealed interface CardFields {

  /// Hosted fields: the signed context, and the library it names with its integrity hash.
  record Microform(
      String captureContext, String clientLibrary, @Nullable String clientLibraryIntegrity)
      implements CardFields {}

  /// A public key to encrypt to, as a JWK in JSON.
  record FlexKey(String keyId, String jwk) implements CardFields {}
}
