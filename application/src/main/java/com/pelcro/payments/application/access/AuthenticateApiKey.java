package com.pelcro.payments.application.access;

import com.pelcro.payments.domain.access.ApiKey;
import com.pelcro.payments.domain.access.ApiKeyHash;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;

/// Says which site a presented key opens, if any.
public final class AuthenticateApiKey {

  private final ApiKeys keys;
  private final InstantSource clock;

  @Inject
  public AuthenticateApiKey(ApiKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  public Optional<ApiKey> authenticate(String presented) {
    var hash = ApiKeyHash.of(presented);
    var key = keys.find(hash).filter(found -> found.hash().isSame(hash));
    key.ifPresent(known -> keys.used(known, clock.instant()));
    return key;
  }
}
