package com.pelcro.payments.application.access;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.domain.access.ApiKey;
import com.pelcro.payments.domain.access.ApiKeyId;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;

/// Takes a key out of force, from the next request on.
public final class RevokeApiKey {

  private final Transactions transactions;
  private final ApiKeys keys;

  @Inject
  public RevokeApiKey(Transactions transactions, ApiKeys keys) {
    this.transactions = transactions;
    this.keys = keys;
  }

  public Result<ApiKey> revoke(SiteId site, ApiKeyId id) {
    return transactions.inTransaction(
        () -> Result.found(keys.find(site, id), () -> new NotFound("api key")).then(this::revoke));
  }

  private Result<ApiKey> revoke(ApiKey key) {
    keys.remove(key.site(), key.id());
    return new Done<>(key);
  }
}
