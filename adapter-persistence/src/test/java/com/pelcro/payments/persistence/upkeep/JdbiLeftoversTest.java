package com.pelcro.payments.persistence.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Scene;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.cardsession.TestCardSessions;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.persistence.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiLeftoversTest {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Instant TIME = Instant.parse("2026-03-01T00:00:00Z");

  private final JdbiLeftovers leftovers = new JdbiLeftovers(DATABASE.database());
  private final Scene scene = Scene.in(DATABASE.storage());

  @Test
  void the_oldest_tokens_go_first_and_those_of_later_stay() throws SQLException {
    token("late", TIME);
    token("early", TIME.minusSeconds(2));
    token("earlier", TIME.minusSeconds(3));
    assertThat(leftovers.forgetUsedTokens(TIME, 1)).isEqualTo(1);
    assertThat(left("used_tokens", "token_id")).containsExactly("early", "late");
    assertThat(leftovers.forgetUsedTokens(TIME, 10)).isEqualTo(1);
    assertThat(leftovers.forgetUsedTokens(TIME, 10)).isZero();
    assertThat(left("used_tokens", "token_id")).containsExactly("late");
  }

  @Test
  void the_oldest_claims_go_first_and_those_of_later_stay() throws SQLException {
    claim("late", TIME);
    claim("early", TIME.minusSeconds(2));
    claim("earlier", TIME.minusSeconds(3));
    assertThat(leftovers.forgetClaims(TIME, 1)).isEqualTo(1);
    assertThat(left("idempotency_claims", "key")).containsExactly("early", "late");
    assertThat(leftovers.forgetClaims(TIME, 10)).isEqualTo(1);
    assertThat(leftovers.forgetClaims(TIME, 10)).isZero();
    assertThat(left("idempotency_claims", "key")).containsExactly("late");
  }

  @Test
  void card_sessions_go_from_the_last_of_a_form_to_its_first() throws SQLException {
    var sessions = DATABASE.storage().cardSessions();
    var first = TestCardSessions.microform(site());
    var second = TestCardSessions.microform(site());
    var live = TestCardSessions.microform(site());
    sessions.add(first);
    sessions.renew(first.id(), second);
    sessions.add(live);
    expire(first, TIME.minusSeconds(3));
    expire(second, TIME.minusSeconds(2));
    expire(live, TIME);
    assertThat(leftovers.forgetCardSessions(TIME.minusSeconds(2), 10)).isZero();
    assertThat(leftovers.forgetCardSessions(TIME, 10)).isEqualTo(1);
    assertThat(sessions.find(second.id())).isEmpty();
    assertThat(leftovers.forgetCardSessions(TIME, 10)).isEqualTo(1);
    assertThat(left("card_sessions", "session_id")).containsExactly(live.id().value());
  }

  private void expire(CardSession session, Instant at) throws SQLException {
    var _ =
        DATABASE.run(
            "UPDATE card_sessions SET expires_at = '%s' WHERE session_id = '%s'"
                .formatted(at, session.id()));
  }

  private void token(String id, Instant expiresAt) throws SQLException {
    var _ =
        DATABASE.run(
            "INSERT INTO used_tokens VALUES ('%s', '%s', '%s', '%s')"
                .formatted(site(), id, scene.method().id(), expiresAt));
  }

  private void claim(String key, Instant at) throws SQLException {
    var _ =
        DATABASE.run(
            "INSERT INTO idempotency_claims VALUES ('%s', '%s', '%s', '%s', '%s')"
                .formatted(site(), key, "0".repeat(64), scene.method().id(), at));
  }

  private List<String> left(String table, String column) throws SQLException {
    return DATABASE.run(
        "SELECT %s FROM %s WHERE site_id = '%s' ORDER BY 1".formatted(column, table, site()));
  }

  private SiteId site() {
    return scene.id();
  }
}
