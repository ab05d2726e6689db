package com.pelcro.payments.domain.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RenewalAttemptTest {

  private static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");

  private final SubscriptionId subscription = SubscriptionId.next();
  private final RenewalId renewal = RenewalId.next();

  private RenewalAttempt attempt(RenewalId of, int number) {
    return new RenewalAttempt(subscription, of, number, NOW);
  }

  @Test
  void whoever_tries_the_same_asks_under_the_same_name() {
    assertThat(attempt(renewal, 2).operation())
        .isEqualTo(new RenewalAttempt(subscription, renewal, 2, NOW.plusSeconds(1)).operation());
  }

  @Test
  void another_attempt_and_another_renewal_have_another_name() {
    var name = attempt(renewal, 1).operation();
    assertThat(attempt(renewal, 2).operation()).isNotEqualTo(name);
    assertThat(attempt(RenewalId.next(), 1).operation()).isNotEqualTo(name);
  }

  @Test
  void attempts_are_counted_from_one() {
    assertThatThrownBy(() -> attempt(renewal, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
