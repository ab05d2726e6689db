package com.pelcro.payments.application.charge;

import static com.pelcro.payments.application.Outcomes.created;
import static com.pelcro.payments.application.Outcomes.refusal;
import static com.pelcro.payments.domain.charge.Charge.Mode.SALE;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.application.Shop;
import com.pelcro.payments.application.charge.ChargeResolution.Resolved;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeState.Authorized;
import com.pelcro.payments.domain.charge.ChargeState.Captured;
import com.pelcro.payments.domain.charge.ChargeState.Capturing;
import com.pelcro.payments.domain.charge.ChargeState.Releasing;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.decline.DeclineReason;
import com.pelcro.payments.domain.gateway.Evidence;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Hold;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NotSent;
import com.pelcro.payments.domain.gateway.GatewayReference;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.Proof;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What whoever finds a lost answer later relies on.
class ChargeResolutionTest {

  private static final GatewayReference REFERENCE = GatewayReference.of("7000000000000000042");

  private final Shop shop = Shop.open();

  @Test
  void an_answer_found_later_resolves_the_charge_like_one_heard_at_once() {
    var charge = unanswered();
    var resolved = apply(charge, open(charge), new Approval(REFERENCE, null));
    assertThat(resolved.charge().state()).isInstanceOf(Captured.class);
    assertThat(shop.charge(charge.id()).state()).isInstanceOf(Captured.class);
    assertThat(shop.told()).endsWith("charge.pending", "charge.captured");
    assertThat(shop.storage.operations().open(shop.id(), charge.id())).isEmpty();
  }

  @Test
  void the_second_answer_to_the_same_operation_changes_nothing() {
    var charge = unanswered();
    var operation = open(charge);
    var _ = apply(charge, operation, new Approval(REFERENCE, null));
    var told = shop.told();
    var again = apply(charge, operation, new NotSent("late"));
    assertThat(again.charge().state()).isInstanceOf(Captured.class);
    assertThat(shop.told()).isEqualTo(told);
  }

  @Test
  void a_late_answer_to_a_concluded_capture_does_not_answer_the_next_one() {
    var held = shop.authorized();
    shop.gateway.loseNextRequest();
    var first =
        created(
            shop.charges
                .capture()
                .capture(new CaptureCharge.Request(shop.intent(), held.id(), null)));
    var concluded = open(first);
    assertThat(apply(first, concluded, new NotSent("proven absent")).charge().state())
        .isInstanceOf(Authorized.class);
    shop.gateway.loseNextRequest();
    var second =
        created(
            shop.charges
                .capture()
                .capture(new CaptureCharge.Request(shop.intent(), held.id(), null)));
    assertThat(second.state()).isInstanceOf(Capturing.class);
    var after = apply(second, concluded, new Approval(REFERENCE, null));
    assertThat(after.charge().state()).isEqualTo(second.state());
    assertThat(shop.storage.operations().open(shop.id(), held.id())).hasSize(1);
  }

  @Test
  void an_accepted_review_is_captured() {
    var charge = reviewed();
    var resolved = apply(charge.charge(), charge.operation(), new Approval(REFERENCE, null));
    assertThat(resolved.charge().state()).isInstanceOf(Captured.class);
    assertThat(shop.told()).endsWith("charge.in_review", "charge.captured");
  }

  @Test
  void a_rejected_review_lets_go_of_its_hold() {
    var review = reviewed();
    var no =
        new Hold(
            REFERENCE, review.charge().amount(), DeclineReason.of(DeclineCode.FRAUD_SUSPECTED));
    var resolved = apply(review.charge(), review.operation(), no);
    assertThat(resolved.charge().state()).isInstanceOf(Releasing.class);
    assertThat(resolved.next().map(Operation::kind)).contains(OperationKind.RELEASE);
  }

  @Test
  void a_charge_under_review_cannot_be_voided_refunded_or_captured() {
    var charge = reviewed().charge();
    refusal(Refusal.InvalidState.class, shop.charges.undo().undo(shop.intent(), charge.id()));
    refusal(Refusal.InvalidState.class, shop.refund(charge.id(), 1L));
    refusal(
        Refusal.InvalidState.class,
        shop.charges
            .capture()
            .capture(new CaptureCharge.Request(shop.intent(), charge.id(), null)));
  }

  private record Reviewed(Charge charge, Operation operation) {}

  /// A charge that the gateway has under review, heard of by a look-up: its operation is known.
  private Reviewed reviewed() {
    var charge = unanswered();
    var operation = open(charge);
    var reviewed = apply(charge, operation, new GatewayAnswer.Review(REFERENCE));
    return new Reviewed(reviewed.charge(), operation);
  }

  private Charge unanswered() {
    var card = shop.saved(SampleCard.VISA);
    shop.gateway.loseNextReply();
    return created(shop.charges.create().create(shop.request(shop.intent(), card.id(), SALE)));
  }

  private Operation open(Charge charge) {
    return shop.storage.operations().open(shop.id(), charge.id()).getFirst();
  }

  private Resolved apply(Charge charge, Operation operation, GatewayAnswer answer) {
    var evidence = new Evidence("look-up", "found", 200, null, Duration.ZERO);
    return shop.storage.commit(
        () ->
            shop.charges
                .resolution()
                .apply(charge, operation, new Witnessed<>(answer, evidence), Proof.ANSWER));
  }
}
