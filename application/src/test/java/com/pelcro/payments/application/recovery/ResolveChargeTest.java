package com.pelcro.payments.application.recovery;

import static com.pelcro.payments.application.Outcomes.created;
import static com.pelcro.payments.application.Outcomes.done;
import static com.pelcro.payments.application.Outcomes.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Shop;
import com.pelcro.payments.application.operation.Step.Happening;
import com.pelcro.payments.application.recovery.ResolveCharge.Decision;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeState.Captured;
import com.pelcro.payments.domain.charge.ChargeState.Declined;
import com.pelcro.payments.domain.charge.ChargeState.Failed;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.gateway.Trouble;
import com.pelcro.payments.domain.operation.Actor;
import com.pelcro.payments.domain.operation.OperationId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What an operator decides where recovery could prove nothing.
class ResolveChargeTest {

  private static final String WHY = "seen in the Business Center, call 4711";

  private final Shop shop = Shop.open();

  @Test
  void nobody_decides_while_recovery_is_at_work() {
    var charge = lost();
    assertThat(refusal(resolve(charge, new Decision.Absent())))
        .isInstanceOf(Refusal.InvalidState.class);
  }

  @Test
  void what_an_operator_found_is_adopted_with_who_and_why() {
    var charge = inDoubt(lost());
    var resolved = done(resolve(charge, new Decision.Adopt("7412056310986400904007")));
    assertThat(resolved.state())
        .isInstanceOfSatisfying(
            Captured.class,
            captured ->
                assertThat(captured.payment().transactionId()).isEqualTo("7412056310986400904007"));
    assertThat(resolved.needsAttention()).isFalse();
    assertThat(shop.told()).endsWith("charge.captured", "charge.recovered");
    var last = shop.storage.operations().timeline(shop.id(), charge.id()).getLast();
    assertThat(last.happening()).isEqualTo(Happening.DECIDED);
    assertThat(last.actor()).isEqualTo(Actor.OPERATOR);
    assertThat(last.evidence()).isNotNull().extracting(e -> e.asked()).isEqualTo(WHY);
  }

  @Test
  void what_an_operator_calls_absent_failed() {
    var charge = inDoubt(lost());
    var resolved = done(resolve(charge, new Decision.Absent()));
    assertThat(resolved.state())
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> assertThat(failed.failure().code()).isEqualTo(FailureCode.ABSENT));
  }

  @Test
  void a_hold_an_operator_knows_to_be_gone_is_no_longer_asked_for() {
    var card = shop.saved(SampleCard.VISA);
    shop.gateway.next(new Outcome.HeldAgainstRule(DeclineCode.FRAUD_SUSPECTED));
    shop.gateway.beforeEachCall(
        () -> shop.gateway.beforeEachCall(() -> shop.gateway.next(Trouble.CONNECTION_REFUSED)));
    var charge =
        created(
            shop.charges.create().create(shop.request(shop.intent(), card.id(), Charge.Mode.SALE)));
    shop.recover(Duration.ofHours(26));
    var resolved = done(resolve(charge, new Decision.Absent()));
    assertThat(resolved.state()).isInstanceOf(Declined.class);
    assertThat(resolved.needsAttention()).isFalse();
  }

  @Test
  void with_nothing_open_the_doubt_is_dismissed_with_its_reason() {
    var charge = shop.sold();
    shop.storage.run(
        () ->
            shop.storage
                .charges()
                .update(
                    shop.storage
                        .charges()
                        .lock(shop.id(), charge.id())
                        .orElseThrow()
                        .needingAttention(shop.clock.instant())));
    assertThat(refusal(resolve(charge, new Decision.Absent())))
        .isInstanceOf(Refusal.InvalidFields.class);
    assertThat(done(resolve(charge, new Decision.Dismiss())).needsAttention()).isFalse();
    assertThat(shop.told()).endsWith("charge.recovered");
  }

  @Test
  void what_is_open_is_not_dismissed() {
    var charge = inDoubt(lost());
    assertThat(refusal(resolve(charge, new Decision.Dismiss())))
        .isInstanceOf(Refusal.InvalidState.class);
  }

  @Test
  void an_operation_that_is_not_open_is_refused_by_its_field() {
    var charge = inDoubt(lost());
    assertThat(refusal(resolve(charge, OperationId.next(), new Decision.Absent())))
        .isInstanceOf(Refusal.InvalidFields.class);
  }

  private Charge inDoubt(Charge charge) {
    shop.gateway.beforeEachCall(() -> shop.gateway.next(Trouble.CONNECTION_REFUSED));
    shop.recover(Duration.ofHours(25));
    return shop.charge(charge.id());
  }

  private Charge lost() {
    var card = shop.saved(SampleCard.VISA);
    shop.gateway.next(Trouble.REPLY_LOST);
    return created(
        shop.charges.create().create(shop.request(shop.intent(), card.id(), Charge.Mode.SALE)));
  }

  private Result<Charge> resolve(Charge charge, Decision decision) {
    return resolve(charge, null, decision);
  }

  private Result<Charge> resolve(
      Charge charge, @Nullable OperationId operation, Decision decision) {
    return shop.recovery
        .resolve()
        .resolve(new ResolveCharge.Request(shop.id(), charge.id(), operation, decision, WHY));
  }
}
