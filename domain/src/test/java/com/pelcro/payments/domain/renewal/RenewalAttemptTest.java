package com.pelcro.payments.domain.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RenewalAttemptTest {

  private final RenewalId renewal = RenewalId.next();

  @Test
  void whoever_tries_the_same_asks_under_the_same_name() {
    assertThat(new RenewalAttempt(renewal, 2).operation())
        .isEqualTo(new RenewalAttempt(renewal, 2).operation());
  }

  @Test
  void another_attempt_and_another_renewal_have_another_name() {
    var name = new RenewalAttempt(renewal, 1).operation();
    assertThat(new RenewalAttempt(renewal, 2).operation()).isNotEqualTo(name);
    assertThat(new RenewalAttempt(RenewalId.next(), 1).operation()).isNotEqualTo(name);
  }

  @Test
  void attempts_are_counted_from_one() {
    assertThatThrownBy(() -> new RenewalAttempt(renewal, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
