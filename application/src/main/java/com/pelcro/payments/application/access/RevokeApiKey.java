package com.pelcro.payments.application.access;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.settings.SettingsTrail;
import com.pelcro.payments.domain.access.ApiKey;
import com.pelcro.payments.domain.access.ApiKeyId;
import com.pelcro.payments.domain.settings.Editor;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;

/// Takes a key out of force, from the next request on.
public final class RevokeApiKey {

  private final Transactions transactions;
  private final ApiKeys keys;
  private final SettingsTrail trail;

  @Inject
  public RevokeApiKey(Transactions transactions, ApiKeys keys, SettingsTrail trail) {
    this.transactions = transactions;
    this.keys = keys;
    this.trail = trail;
  }

  public Result<ApiKey> revoke(SiteId site, ApiKeyId id, Editor by) {
    return transactions.inTransaction(
        () ->
            Result.found(keys.find(site, id), () -> new NotFound("api key"))
                .then(key -> revoke(key, by)));
  }

  private Result<ApiKey> revoke(ApiKey key, Editor by) {
    keys.remove(key.site(), key.id());
    trail.revoked(by, key);
    return new Done<>(key);
  }
}
