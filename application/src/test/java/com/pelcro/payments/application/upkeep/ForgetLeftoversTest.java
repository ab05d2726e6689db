package com.pelcro.payments.application.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.SettableClock;
import com.pelcro.payments.application.upkeep.ForgetLeftovers.Forgotten;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForgetLeftoversTest {

  private static final Instant NOW = SettableClock.START;

  /// Rows by their time, oldest first.
  private static final class Rows implements Leftovers {

    private final List<Instant> tokens = new ArrayList<>();
    private final List<Instant> claims = new ArrayList<>();
    private final List<Instant> sessions = new ArrayList<>();
    private int calls;

    @Override
    public int forgetUsedTokens(Instant expiredBefore, int most) {
      return forget(tokens, expiredBefore, most);
    }

    @Override
    public int forgetClaims(Instant claimedBefore, int most) {
      return forget(claims, claimedBefore, most);
    }

    @Override
    public int forgetCardSessions(Instant expiredBefore, int most) {
      return forget(sessions, expiredBefore, most);
    }

    private int forget(List<Instant> rows, Instant before, int most) {
      calls++;
      var due = rows.stream().filter(at -> at.isBefore(before)).limit(most).toList();
      due.forEach(rows::remove);
      return due.size();
    }
  }

  private final Rows rows = new Rows();
  private final ForgetLeftovers forget = new ForgetLeftovers(rows, new SettableClock());

  @Test
  void what_is_past_its_time_is_forgotten_and_nothing_else() {
    var expired = NOW.minus(Duration.ofHours(24));
    var old = NOW.minus(Duration.ofDays(30));
    rows.tokens.addAll(List.of(expired.minusMillis(1), expired, NOW));
    rows.claims.addAll(List.of(old.minusMillis(1), old, NOW));
    var expiredLong = NOW.minus(Duration.ofDays(31));
    rows.sessions.addAll(List.of(expiredLong.minusMillis(1), expiredLong, old));
    assertThat(forget.forget()).isEqualTo(new Forgotten(1, 1, 1));
    assertThat(rows.sessions).containsExactly(expiredLong, old);
    assertThat(rows.tokens).containsExactly(expired, NOW);
    assertThat(rows.claims).containsExactly(old, NOW);
  }

  @Test
  void much_is_forgotten_a_little_at_a_time() {
    for (int number = 0; number < 2500; number++) {
      rows.claims.add(NOW.minus(Duration.ofDays(31)));
    }
    assertThat(forget.forget()).isEqualTo(new Forgotten(0, 2500, 0));
    assertThat(rows.calls).isEqualTo(5);
  }
}
