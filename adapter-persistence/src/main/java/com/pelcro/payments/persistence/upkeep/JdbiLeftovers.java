package com.pelcro.payments.persistence.upkeep;

import com.pelcro.payments.application.upkeep.Leftovers;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Database;
import jakarta.inject.Inject;
import java.time.Instant;

/// The oldest rows of the tables `used_tokens`, `idempotency_claims` and `card_sessions`.
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

  private static final String FORGET_CARD_SESSIONS =
      """
      DELETE FROM card_sessions
      WHERE (site_id, session_id) IN (
        SELECT site_id, session_id FROM card_sessions s
        WHERE expires_at < :before AND NOT EXISTS (
          SELECT 1 FROM card_sessions later
          WHERE later.site_id = s.site_id AND later.first_session_id = s.session_id
            AND later.session_id <> s.session_id)
        ORDER BY expires_at
        LIMIT :most
        FOR UPDATE SKIP LOCKED)
      """;

  @Override
  public int forgetCardSessions(Instant expiredBefore, int most) {
    return forget(FORGET_CARD_SESSIONS, expiredBefore, most);
  }

  private int forget(String sql, Instant before, int most) {
    return database.change(sql, Binds.none().with("before", before).with("most", most));
  }
}
