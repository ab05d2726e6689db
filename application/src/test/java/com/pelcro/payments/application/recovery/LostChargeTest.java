package com.pelcro.payments.application.recovery;

import static com.pelcro.payments.application.Outcomes.created;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Shop;
import com.pelcro.payments.application.operation.Step;
import com.pelcro.payments.application.operation.Step.Happening;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeState;
import com.pelcro.payments.domain.charge.ChargeState.Captured;
import com.pelcro.payments.domain.charge.ChargeState.Declined;
import com.pelcro.payments.domain.charge.ChargeState.Failed;
import com.pelcro.payments.domain.charge.ChargeState.InReview;
import com.pelcro.payments.domain.charge.ChargeState.Pending;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.Failure;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.domain.gateway.ReviewVerdict;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.gateway.Standing;
import com.pelcro.payments.domain.gateway.Trouble;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.Actor;
import com.pelcro.payments.domain.operation.References;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/// What becomes of a charge whose answer was lost.
class LostChargeTest {

  private static final Duration SOON = Duration.ofSeconds(15);
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(30);
  private static final Duration TWO_DAYS = Duration.ofHours(49);

  private static final Money ZERO = Money.of(0, "EUR");
  private static final Standing NOTHING = new Standing(ZERO, ZERO, ZERO);

  private final Shop shop = Shop.open();

  @Test
  void timeout_but_captured_is_found_and_adopted() {
    var charge = lost(Trouble.REPLY_LOST);
    shop.recover(SOON);
    assertThat(state(charge)).isInstanceOf(Captured.class);
    assertThat(shop.told()).endsWith("charge.pending", "charge.captured", "charge.recovered");
    assertThat(happenings(charge))
        .containsExactly(Happening.ASKED, Happening.ANSWERED, Happening.LOOKED_UP);
    assertThat(standing(charge)).isEqualTo(taken(charge));
  }

  @Test
  void nothing_is_looked_for_before_its_time() {
    var charge = lost(Trouble.REPLY_LOST);
    shop.clock.advance(SOON.minusMillis(1));
    assertThat(shop.recovery.recover().claim(10)).isEmpty();
    assertThat(state(charge)).isInstanceOf(Pending.class);
  }

  @Test
  void timeout_and_never_arrived_is_proven_absent() {
    var charge = lost(Trouble.REQUEST_LOST);
    shop.recover(Duration.ofMinutes(10));
    assertThat(state(charge)).isInstanceOf(Pending.class);
    shop.recover(LONG_ENOUGH);
    assertThat(failure(charge)).isEqualTo(FailureCode.ABSENT);
    assertThat(outcomes(charge))
        .endsWith("not_found", "nothing_there", "absent")
        .filteredOn("not_found"::equals)
        .hasSizeGreaterThanOrEqualTo(2);
    assertThat(shop.gateway.ledger().movements()).isEmpty();
  }

  @Test
  void a_decline_whose_reply_was_lost_is_found() {
    var charge = lost(new Outcome.Declined(DeclineCode.INSUFFICIENT_FUNDS));
    shop.recover(SOON);
    assertThat(state(charge))
        .isInstanceOfSatisfying(
            Declined.class,
            declined ->
                assertThat(declined.reason().code()).isEqualTo(DeclineCode.INSUFFICIENT_FUNDS));
  }

  @Test
  void search_index_late_is_waited_for() {
    shop.gateway.stopIndex();
    var charge = lost(Trouble.REPLY_LOST);
    shop.recover(Duration.ofMinutes(2));
    assertThat(state(charge)).isInstanceOf(Pending.class);
    shop.gateway.catchUpIndex();
    shop.recover(Duration.ofMinutes(5));
    assertThat(state(charge)).isInstanceOf(Captured.class);
  }

  @Test
  void what_is_still_not_found_after_its_time_is_annulled() {
    shop.gateway.stopIndex();
    var charge = lost(Trouble.REPLY_LOST);
    shop.recover(LONG_ENOUGH);
    assertThat(failure(charge)).isEqualTo(FailureCode.ANNULLED);
    assertThat(shop.told()).endsWith("charge.failed", "charge.recovered");
    assertThat(standing(charge)).isEqualTo(NOTHING);
  }

  @Test
  void the_annulment_itself_unanswered_is_asked_again() {
    shop.gateway.stopIndex();
    var charge = lost(Trouble.REPLY_LOST);
    shop.recover(Duration.ofMinutes(9));
    var calls = new AtomicInteger();
    shop.gateway.beforeEachCall(
        () -> {
          if (calls.incrementAndGet() == 2) {
            shop.gateway.next(Trouble.REPLY_LOST);
          }
        });
    shop.recover(Duration.ofMinutes(12));
    assertThat(outcomes(charge)).endsWith("not_found", "unknown");
    assertThat(state(charge)).isInstanceOf(Pending.class);
    shop.recover(LONG_ENOUGH);
    assertThat(state(charge)).isInstanceOf(Failed.class);
    assertThat(standing(charge)).isEqualTo(NOTHING);
  }

  @Test
  void what_is_found_after_an_annulment_nobody_answered_is_undone_for_certain() {
    shop.gateway.stopIndex();
    var charge = lost(Trouble.REPLY_LOST);
    shop.recover(Duration.ofMinutes(9));
    var calls = new AtomicInteger();
    shop.gateway.beforeEachCall(
        () -> {
          if (calls.incrementAndGet() == 2) {
            shop.gateway.next(Trouble.REQUEST_LOST);
          }
        });
    shop.recover(Duration.ofMinutes(12));
    assertThat(outcomes(charge)).endsWith("not_found", "unknown");
    shop.gateway.catchUpIndex();
    shop.recover(LONG_ENOUGH);
    assertThat(failure(charge)).isEqualTo(FailureCode.ANNULLED);
    assertThat(standing(charge)).isEqualTo(NOTHING);
  }

  @Test
  void what_is_found_after_nothing_was_there_to_undo_is_still_not_safe_from_an_earlier_annulment() {
    var charge = lost(Trouble.ARRIVES_LATE);
    shop.recover(Duration.ofMinutes(9));
    var calls = new AtomicInteger();
    shop.gateway.beforeEachCall(
        () -> {
          if (calls.incrementAndGet() == 2) {
            shop.gateway.next(Trouble.ARRIVES_LATE);
          }
        });
    while (!outcomes(charge).getLast().equals("nothing_there")) {
      shop.recover(Duration.ofSeconds(30));
    }
    assertThat(outcomes(charge)).endsWith("not_found", "unknown", "not_found", "nothing_there");
    shop.gateway.deliverFirstLate();
    shop.recover(LONG_ENOUGH);
    shop.gateway.deliverFirstLate();
    assertThat(failure(charge)).isEqualTo(FailureCode.ANNULLED);
    assertThat(standing(charge)).isEqualTo(NOTHING);
  }

  @Test
  void what_is_found_and_cannot_be_undone_any_more_stands_though_an_annulment_was_unanswered() {
    shop.gateway.stopIndex();
    var charge = lost(Trouble.REPLY_LOST);
    shop.recover(Duration.ofMinutes(9));
    var calls = new AtomicInteger();
    shop.gateway.beforeEachCall(
        () -> {
          if (calls.incrementAndGet() == 2) {
            shop.gateway.next(Trouble.REQUEST_LOST);
          }
        });
    shop.recover(Duration.ofMinutes(12));
    shop.gateway.settleDay();
    shop.gateway.catchUpIndex();
    shop.recover(LONG_ENOUGH);
    assertThat(state(charge)).isInstanceOf(Captured.class);
    assertThat(standing(charge)).isEqualTo(taken(charge));
  }

  @Test
  void late_arrival_after_we_annulled_is_returned() {
    var charge = lost(Trouble.ARRIVES_LATE);
    shop.recover(LONG_ENOUGH);
    assertThat(failure(charge)).isEqualTo(FailureCode.ABSENT);
    shop.gateway.deliverLate();
    assertThat(standing(charge)).isEqualTo(taken(charge));
    shop.recover(TWO_DAYS);
    assertThat(state(charge)).isInstanceOf(Failed.class);
    assertThat(shop.told()).endsWith("charge.failed", "charge.recovered", "charge.recovered");
    assertThat(standing(charge)).isEqualTo(NOTHING);
  }

  @Test
  void a_late_arrival_that_has_settled_is_paid_back() {
    var charge = lost(Trouble.ARRIVES_LATE);
    shop.recover(LONG_ENOUGH);
    shop.gateway.deliverLate();
    shop.gateway.settleDay();
    shop.recover(TWO_DAYS);
    assertThat(standing(charge)).isEqualTo(new Standing(ZERO, charge.amount(), charge.amount()));
    assertThat(state(charge)).isInstanceOf(Failed.class);
    assertThat(shop.charge(charge.id()).needsAttention()).isFalse();
  }

  @Test
  void the_watch_ends_after_three_looks() {
    var charge = lost(Trouble.REQUEST_LOST);
    shop.recover(LONG_ENOUGH);
    var before = outcomes(charge).size();
    shop.recover(Duration.ofHours(60));
    assertThat(outcomes(charge)).hasSize(before + 3);
    shop.clock.advance(Duration.ofDays(365));
    assertThat(shop.recovery.recover().claim(10)).isEmpty();
  }

  @Test
  void an_orphan_after_an_absent_charge_does_not_stop_the_next_one() {
    var charge = lost(Trouble.ARRIVES_LATE);
    shop.recover(LONG_ENOUGH);
    var next = shop.sold();
    shop.gateway.deliverLate();
    shop.recover(TWO_DAYS);
    assertThat(state(next)).isInstanceOf(Captured.class);
    assertThat(state(charge)).isInstanceOf(Failed.class);
    assertThat(standing(charge)).isEqualTo(NOTHING);
    assertThat(standing(next)).isEqualTo(taken(next));
  }

  @Test
  void a_gateway_that_cannot_be_asked_proves_nothing_and_a_person_is_called() {
    var charge = lost(Trouble.REPLY_LOST);
    shop.gateway.beforeEachCall(() -> shop.gateway.next(Trouble.CONNECTION_REFUSED));
    shop.recover(Duration.ofHours(25));
    var blocked = shop.charge(charge.id());
    assertThat(blocked.state()).isInstanceOf(Pending.class);
    assertThat(blocked.needsAttention()).isTrue();
    assertThat(shop.told()).endsWith("charge.needs_attention");
    shop.gateway.beforeEachCall(() -> {});
    shop.recover(Duration.ofHours(2));
    assertThat(state(charge)).isInstanceOf(Captured.class);
    assertThat(shop.charge(charge.id()).needsAttention()).isFalse();
  }

  @Test
  void partial_approval_found_later_is_released() {
    var charge = lost(new Outcome.PartlyApproved(Money.of(500, "EUR")));
    shop.recover(SOON);
    assertThat(state(charge))
        .isInstanceOfSatisfying(
            Declined.class,
            declined ->
                assertThat(declined.reason().code()).isEqualTo(DeclineCode.PARTIAL_APPROVAL));
    assertThat(standing(charge)).isEqualTo(NOTHING);
  }

  @Test
  void risk_declined_found_later_is_released() {
    var charge = lost(new Outcome.HeldAgainstRule(DeclineCode.FRAUD_SUSPECTED));
    shop.recover(SOON);
    assertThat(state(charge)).isInstanceOf(Declined.class);
    assertThat(standing(charge)).isEqualTo(NOTHING);
  }

  @Test
  void review_accepted_is_captured() {
    var charge = reviewed();
    shop.recover(Duration.ofHours(3));
    assertThat(state(charge)).isInstanceOf(InReview.class);
    shop.gateway.decide(references(charge), ReviewVerdict.ACCEPT);
    shop.recover(Duration.ofHours(1));
    assertThat(state(charge)).isInstanceOf(Captured.class);
    assertThat(standing(charge)).isEqualTo(taken(charge));
  }

  @Test
  void review_rejected_is_released() {
    var charge = reviewed();
    shop.gateway.decide(references(charge), ReviewVerdict.REJECT);
    shop.recover(Duration.ofHours(1));
    assertThat(state(charge)).isInstanceOf(Declined.class);
    assertThat(standing(charge)).isEqualTo(NOTHING);
  }

  @Test
  void two_instances_claim_and_one_looks() {
    var _ = lost(Trouble.REPLY_LOST);
    shop.clock.advance(SOON);
    assertThat(shop.recovery.recover().claim(10)).hasSize(1);
    assertThat(shop.recovery.recover().claim(10)).isEmpty();
  }

  @Test
  void who_died_with_a_claim_is_followed_by_another() {
    var charge = lost(Trouble.REPLY_LOST);
    shop.clock.advance(SOON);
    assertThat(shop.recovery.recover().claim(10)).hasSize(1);
    shop.recover(Duration.ofMinutes(6));
    assertThat(state(charge)).isInstanceOf(Captured.class);
  }

  @Test
  void a_charge_nobody_heard_of_any_more_is_looked_for() {
    var charge = lost(Trouble.REPLY_LOST);
    var operation = shop.storage.operations().open(shop.id(), charge.id()).getFirst();
    shop.storage.operations().lookAgain(operation, operation.askedAt().plus(Duration.ofMinutes(2)));
    shop.recover(Duration.ofMinutes(3));
    assertThat(state(charge)).isInstanceOf(Captured.class);
  }

  private Charge lost(Outcome outcome) {
    var card = shop.saved(SampleCard.VISA);
    shop.gateway.next(outcome);
    shop.gateway.next(Trouble.REPLY_LOST);
    return created(
        shop.charges.create().create(shop.request(shop.intent(), card.id(), Charge.Mode.SALE)));
  }

  private Charge reviewed() {
    var card = shop.saved(SampleCard.VISA);
    shop.gateway.next(new Outcome.SentToReview());
    return created(
        shop.charges.create().create(shop.request(shop.intent(), card.id(), Charge.Mode.SALE)));
  }

  private Charge lost(Trouble trouble) {
    var card = shop.saved(SampleCard.VISA);
    shop.gateway.next(trouble);
    return created(
        shop.charges.create().create(shop.request(shop.intent(), card.id(), Charge.Mode.SALE)));
  }

  private References references(Charge charge) {
    return steps(charge).getFirst().references();
  }

  private Standing standing(Charge charge) {
    return shop.gateway.standing(references(charge)).orElseThrow();
  }

  private static Standing taken(Charge charge) {
    return new Standing(ZERO, charge.amount(), ZERO);
  }

  private ChargeState state(Charge charge) {
    return shop.charge(charge.id()).state();
  }

  private FailureCode failure(Charge charge) {
    return assertThat(state(charge))
        .asInstanceOf(InstanceOfAssertFactories.type(Failed.class))
        .extracting(Failed::failure)
        .extracting(Failure::code)
        .actual();
  }

  private List<Step> steps(Charge charge) {
    return shop.storage.operations().timeline(shop.id(), charge.id());
  }

  private List<Happening> happenings(Charge charge) {
    return steps(charge).stream().map(Step::happening).toList();
  }

  /// What recovery noted, in order.
  private List<String> outcomes(Charge charge) {
    return steps(charge).stream()
        .filter(step -> step.actor() == Actor.RECOVERY)
        .map(step -> String.valueOf(step.outcome()))
        .toList();
  }
}
