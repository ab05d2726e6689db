package com.pelcro.payments.application.access;

import com.pelcro.payments.application.Once;
import com.pelcro.payments.application.Once.Created;
import com.pelcro.payments.application.Once.Repeated;
import com.pelcro.payments.application.Refusal.KeyReused;
import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.idempotency.Claim.Clash;
import com.pelcro.payments.application.idempotency.Claim.Fresh;
import com.pelcro.payments.application.idempotency.Claim.Repeat;
import com.pelcro.payments.application.idempotency.IdempotencyClaims;
import com.pelcro.payments.application.idempotency.Intent;
import com.pelcro.payments.application.settings.SettingsTrail;
import com.pelcro.payments.application.site.Sites;
import com.pelcro.payments.domain.access.ApiKey;
import com.pelcro.payments.domain.access.ApiKeyHash;
import com.pelcro.payments.domain.access.ApiKeyId;
import com.pelcro.payments.domain.settings.Editor;
import com.pelcro.payments.domain.site.SharedSecret;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Makes a key that opens one site. The key is in the answer to the request that made it, and
/// nowhere else.
public final class IssueApiKey {

  private static final int KEY_BYTES = 32;

  /// The key's record, and the key itself if it was made just now.
  public record Issued(ApiKey record, @Nullable SharedSecret key) {}

  private final Transactions transactions;
  private final IdempotencyClaims claims;
  private final Sites sites;
  private final ApiKeys keys;
  private final SettingsTrail trail;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  @Inject
  public IssueApiKey(
      Transactions transactions,
      IdempotencyClaims claims,
      Sites sites,
      ApiKeys keys,
      SettingsTrail trail,
      InstantSource clock) {
    this.transactions = transactions;
    this.claims = claims;
    this.sites = sites;
    this.keys = keys;
    this.trail = trail;
    this.clock = clock;
  }

  public Result<Once<Issued>> issue(Intent intent, String name, Editor by) {
    return transactions.inTransaction(
        () ->
            Result.found(sites.find(intent.site()), () -> new NotFound("site"))
                .then(_ -> claimed(intent, name, by)));
  }

  private Result<Once<Issued>> claimed(Intent intent, String name, Editor by) {
    var id = ApiKeyId.next();
    return switch (claims.claim(intent, id)) {
      case Fresh _ -> new Done<>(new Created<>(made(intent, id, name, by)));
      case Repeat(ApiKeyId earlier) ->
          Result.found(keys.find(intent.site(), earlier), () -> new NotFound("api key"))
              .map(key -> new Repeated<>(new Issued(key, null)));
      case Repeat _, Clash _ -> new Refused<>(new KeyReused(intent.key()));
    };
  }

  private Issued made(Intent intent, ApiKeyId id, String name, Editor by) {
    var bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    var key = "sk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var kept = new ApiKey(id, intent.site(), name, ApiKeyHash.of(key), clock.instant(), null);
    keys.add(kept);
    trail.issued(by, kept);
    return new Issued(kept, new SharedSecret(key));
  }
}
