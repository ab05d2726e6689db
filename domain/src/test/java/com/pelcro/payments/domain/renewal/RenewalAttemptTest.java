package com.pelcro.payments.domain.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RenewalAttemptTest {

  private final SubscriptionId subscription = SubscriptionId.next();
  private final RenewalId renewal = RenewalId.next();

  @Test
  void whoever_tries_the_same_asks_under_the_same_name() {
    assertThat(new RenewalAttempt(subscription, renewal, 2).operation())
        .isEqualTo(new RenewalAttempt(subscription, renewal, 2).operation());
  }

  @Test
  void another_attempt_and_another_renewal_have_another_name() {
    var name = new RenewalAttempt(subscription, renewal, 1).operation();
    assertThat(new RenewalAttempt(subscription, renewal, 2).operation()).isNotEqualTo(name);
    assertThat(new RenewalAttempt(subscription, RenewalId.next(), 1).operation())
        .isNotEqualTo(name);
  }

  @Test
  void attempts_are_counted_from_one() {
    assertThatThrownBy(() -> new RenewalAttempt(subscription, renewal, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
