package com.pelcro.payments.simulator.microform;

import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One opened card form.
///
/// @param key signs the transient tokens of this session alone
/// @param networks names as in `allowedCardNetworks`
/// @param includeCardPrefix true: eight digits where there are enough; false: none; null: six
record Session(
    String merchant,
    RSAKey key,
    List<String> origins,
    List<String> networks,
    @Nullable Boolean includeCardPrefix,
    Instant expires) {

  String id() {
    return key.getKeyID();
  }
}
