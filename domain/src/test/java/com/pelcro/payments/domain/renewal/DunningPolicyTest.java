package com.pelcro.payments.domain.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pelcro.payments.domain.decline.DeclineCategory;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.decline.DeclineReason;
import com.pelcro.payments.domain.renewal.DunningPolicy.FinalAction;
import com.pelcro.payments.domain.renewal.DunningStep.AwaitMethod;
import com.pelcro.payments.domain.renewal.DunningStep.GiveUp;
import com.pelcro.payments.domain.renewal.DunningStep.Hold;
import com.pelcro.payments.domain.renewal.DunningStep.RetryAt;
import com.pelcro.payments.domain.site.CardNetwork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DunningPolicyTest {

  private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
  private static final DunningPolicy POLICY = DunningPolicy.USUAL;

  private static DunningStep after(int strikes, DeclineCode code) {
    return POLICY.after(strikes, DeclineReason.of(code), NOW);
  }

  @ParameterizedTest
  @CsvSource({"1, P1D", "2, P3D", "3, P5D", "4, P7D"})
  void a_soft_decline_is_retried_after_the_policys_wait(int strikes, Duration wait) {
    assertThat(after(strikes, DeclineCode.INSUFFICIENT_FUNDS))
        .isEqualTo(new RetryAt(NOW.plus(wait)));
  }

  @Test
  void when_the_waits_are_used_up_the_period_is_given_up() {
    assertThat(after(5, DeclineCode.INSUFFICIENT_FUNDS)).isEqualTo(new GiveUp());
  }

  @Test
  void a_retry_is_never_earlier_than_the_network_advises() {
    assertThat(POLICY.after(1, advised(Duration.ofDays(10)), NOW))
        .isEqualTo(new RetryAt(NOW.plus(Duration.ofDays(10))));
    assertThat(POLICY.after(1, advised(Duration.ofHours(1)), NOW))
        .isEqualTo(new RetryAt(NOW.plus(Duration.ofDays(1))));
  }

  private static DeclineReason advised(Duration wait) {
    return new DeclineReason(
        DeclineCode.INSUFFICIENT_FUNDS, DeclineCategory.SOFT, wait, null, null, null);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"LOST_OR_STOLEN", "ACCOUNT_CLOSED", "REVOKED", "EXPIRED_CARD", "CALL_ISSUER"})
  void a_card_that_will_not_work_is_waited_for_as_long_as_retries_would_last(DeclineCode code) {
    assertThat(after(1, code)).isEqualTo(new AwaitMethod(NOW.plus(Duration.ofDays(16))));
    assertThat(after(4, code)).isEqualTo(new AwaitMethod(NOW.plus(Duration.ofDays(7))));
    assertThat(after(5, code)).isEqualTo(new GiveUp());
  }

  @ParameterizedTest
  @EnumSource(names = {"FRAUD_SUSPECTED", "MERCHANT_CONFIGURATION"})
  void what_is_not_the_card_is_held(DeclineCode code) {
    assertThat(after(1, code)).isEqualTo(new Hold());
  }

  @Test
  void a_reason_nobody_knows_is_tried_twice_more_at_most() {
    assertThat(after(2, DeclineCode.UNKNOWN)).isInstanceOf(RetryAt.class);
    assertThat(after(3, DeclineCode.UNKNOWN)).isInstanceOf(AwaitMethod.class);
  }

  @Test
  void a_site_may_want_the_networks_advice_before_it_retries() {
    var careful = new DunningPolicy(POLICY.retryAfter(), FinalAction.PAUSE, false, Map.of(), 10);
    assertThat(careful.after(1, DeclineReason.of(DeclineCode.GENERIC_DECLINE), NOW))
        .isInstanceOf(AwaitMethod.class);
    assertThat(careful.after(1, advised(Duration.ofHours(1)), NOW)).isInstanceOf(RetryAt.class);
  }

  @Test
  void without_waits_nothing_is_retried() {
    var strict = new DunningPolicy(List.of(), FinalAction.CANCEL, true, Map.of(), 10);
    assertThat(strict.after(1, DeclineReason.of(DeclineCode.INSUFFICIENT_FUNDS), NOW))
        .isEqualTo(new GiveUp());
  }

  @Test
  void networks_that_are_not_named_have_the_usual_cap() {
    assertThat(POLICY.cap(CardNetwork.VISA)).isEqualTo(15);
    assertThat(POLICY.cap(CardNetwork.JCB)).isEqualTo(10);
  }

  @Test
  void a_policy_that_makes_no_sense_is_none() {
    var zero = List.of(Duration.ZERO);
    assertThatThrownBy(() -> new DunningPolicy(zero, FinalAction.CANCEL, true, Map.of(), 10))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DunningPolicy(List.of(), FinalAction.CANCEL, true, Map.of(), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
