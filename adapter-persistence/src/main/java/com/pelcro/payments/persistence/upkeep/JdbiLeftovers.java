package com.pelcro.payments.persistence.upkeep;

import com.pelcro.payments.application.upkeep.Leftovers;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Database;
import jakarta.inject.Inject;
import java.time.Instant;

/// The oldest rows of the tables `used_tokens` and `idempotency_claims`.
public final class JdbiLeftovers implements Leftovers {

  private final Database database;

  @Inject
  public JdbiLeftovers(Database database) {
    this.database = database;
  }

  /// Rows somebody else holds are left to the next time.
  private static final String FORGET_TOKENS =
      """
      DELETE FROM used_tokens
      WHERE (site_id, token_id) IN (
        SELECT site_id, token_id FROM used_tokens
        WHERE expires_at < :before
        ORDER BY expires_at
        LIMIT :most
        FOR UPDATE SKIP LOCKED)
      """;

  @Override
  public int forgetUsedTokens(Instant expiredBefore, int most) {
    return forget(FORGET_TOKENS, expiredBefore, most);
  }

  private static final String FORGET_CLAIMS =
      """
      DELETE FROM idempotency_claims
      WHERE (site_id, key) IN (
        SELECT site_id, key FROM idempotency_claims
        WHERE claimed_at < :before
        ORDER BY claimed_at
        LIMIT :most
        FOR UPDATE SKIP LOCKED)
      """;

  @Override
  public int forgetClaims(Instant claimedBefore, int most) {
    return forget(FORGET_CLAIMS, claimedBefore, most);
  }

  private int forget(String sql, Instant before, int most) {
    return database.change(sql, Binds.none().with("before", before).with("most", most));
  }
}
