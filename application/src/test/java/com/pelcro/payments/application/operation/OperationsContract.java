package com.pelcro.payments.application.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.charge.TestCharges;
import com.pelcro.payments.domain.decline.TestDeclines;
import com.pelcro.payments.domain.gateway.Evidence;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.TestReferences;
import com.pelcro.payments.domain.gateway.VaultedCard;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.TestOperations;
import com.pelcro.payments.domain.paymentmethod.TestPaymentMethods;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every [Operations] keeps to.
public abstract class OperationsContract {

  private static final Instant ANSWERED = TestOperations.ASKED.plusMillis(250);
  private static final Evidence SEEN =
      new Evidence(
          "{\"amount\":\"19.90\"}",
          "{\"status\":\"AUTHORIZED\"}",
          201,
          "corr-1",
          Duration.ofMillis(249));
  private static final Evidence NOTHING_SEEN =
      new Evidence("{\"amount\":\"19.90\"}", null, null, null, Duration.ofSeconds(30));

  protected abstract Storage storage();

  private Operations operations() {
    return storage().operations();
  }

  @Test
  void an_operation_is_open_from_the_moment_it_is_written_down() {
    var operation = added(TestOperations.of(Scene.in(storage()).pending()));
    assertThat(open(operation)).containsExactly(operation);
    assertThat(steps(operation)).containsExactly(asked(operation));
  }

  @Test
  void a_charge_a_refund_and_a_payment_method_can_be_the_subject() {
    var scene = Scene.in(storage());
    var charge = scene.captured();
    var reserved = storage().commit(() -> scene.reserve(charge.id(), 990));
    var refund =
        storage().refunds().of(scene.id(), reserved.id(), new Window(1, null)).rows().getFirst();
    assertThat(
            List.of(
                TestOperations.of(charge),
                TestOperations.of(refund),
                TestOperations.of(scene.method())))
        .allSatisfy(
            operation -> {
              operations().add(operation);
              assertThat(open(operation)).containsExactly(operation);
            });
  }

  @Test
  void every_answer_but_silence_concludes() {
    assertThat(answers())
        .allSatisfy(
            (outcome, answer) -> {
              var operation = added(TestOperations.of(Scene.in(storage()).pending()));
              operations().heard(operation, new Witnessed<>(answer, SEEN), ANSWERED);
              assertThat(open(operation)).isEmpty();
              assertThat(steps(operation))
                  .containsExactly(asked(operation), answered(operation, outcome, ANSWERED, SEEN));
            });
  }

  @Test
  void silence_is_remembered_and_leaves_the_operation_open() {
    var operation = added(TestOperations.of(Scene.in(storage()).pending()));
    operations().heard(operation, silence(), ANSWERED);
    assertThat(open(operation)).containsExactly(operation);
    var later = ANSWERED.plusSeconds(15);
    operations().heard(operation, approval(), later);
    assertThat(open(operation)).isEmpty();
    assertThat(steps(operation))
        .containsExactly(
            asked(operation),
            answered(operation, "no_answer", ANSWERED, NOTHING_SEEN),
            answered(operation, "approval", later, SEEN));
  }

  @Test
  void an_answer_in_the_same_moment_comes_after_the_question() {
    var operation = added(TestOperations.of(Scene.in(storage()).pending()));
    operations().heard(operation, silence(), operation.askedAt());
    operations().heard(operation, approval(), operation.askedAt());
    assertThat(steps(operation))
        .extracting(Step::outcome)
        .containsExactly(null, "no_answer", "approval");
  }

  @Test
  void what_is_heard_later_is_remembered_and_opens_nothing_again() {
    var operation = added(TestOperations.of(Scene.in(storage()).pending()));
    operations().heard(operation, approval(), ANSWERED);
    operations().heard(operation, silence(), ANSWERED.plusMillis(1));
    operations().heard(operation, approval(), ANSWERED.plusMillis(2));
    assertThat(open(operation)).isEmpty();
    assertThat(steps(operation)).hasSize(4);
  }

  @Test
  void steps_of_one_subject_follow_each_other_in_time() {
    var scene = Scene.in(storage());
    var charge = scene.added(TestCharges.pendingAuthorization(scene.method()));
    var first = added(TestOperations.of(charge));
    operations().heard(first, approval(), ANSWERED);
    var second =
        added(
            Operation.of(
                scene.id(),
                OperationKind.CAPTURE,
                charge.id(),
                charge.amount(),
                ANSWERED.plusSeconds(1)));
    operations().heard(second, silence(), ANSWERED.plusSeconds(2));
    assertThat(steps(second))
        .extracting(Step::kind)
        .containsExactly(
            OperationKind.CHARGE,
            OperationKind.CHARGE,
            OperationKind.CAPTURE,
            OperationKind.CAPTURE);
    assertThat(open(second)).containsExactly(second);
  }

  @Test
  void nothing_is_asked_again_while_an_answer_is_awaited() {
    var charge = Scene.in(storage()).pending();
    var operation = added(TestOperations.of(charge));
    operations().heard(operation, silence(), ANSWERED);
    assertThatThrownBy(() -> operations().add(TestOperations.of(charge)))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void money_moves_once_for_one_subject() {
    var charge = Scene.in(storage()).pending();
    var operation = added(TestOperations.of(charge));
    operations().heard(operation, approval(), ANSWERED);
    assertThatThrownBy(() -> operations().add(TestOperations.of(charge)))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void what_never_left_is_asked_again_under_new_references() {
    var charge = Scene.in(storage()).pending();
    var first = added(TestOperations.of(charge));
    operations().heard(first, notSent(), ANSWERED);
    var second = added(TestOperations.of(charge));
    assertThat(open(second)).containsExactly(second);
    assertThat(second.references()).isNotEqualTo(first.references());
  }

  @Test
  void letting_go_of_a_hold_is_asked_as_often_as_it_takes() {
    var charge = Scene.in(storage()).pending();
    var first = added(TestOperations.of(OperationKind.RELEASE, charge));
    var second = added(TestOperations.of(OperationKind.RELEASE, charge));
    assertThat(open(second)).containsExactly(first, second);
  }

  @Test
  void an_operation_needs_a_subject_of_its_site() {
    var scene = Scene.in(storage());
    var stray = TestOperations.of(TestCharges.pendingSale(scene.method()));
    assertThatThrownBy(() -> operations().add(stray)).isInstanceOf(RuntimeException.class);
    var site =
        Operation.of(
            scene.id(), OperationKind.CHARGE, scene.id(), TestCharges.AMOUNT, TestOperations.ASKED);
    assertThatThrownBy(() -> operations().add(site)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void nothing_is_heard_of_what_was_never_asked() {
    var stray = TestOperations.of(Scene.in(storage()).pending());
    assertThatThrownBy(() -> operations().heard(stray, approval(), ANSWERED))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void a_site_does_not_see_anothers() {
    var operation = added(TestOperations.of(Scene.in(storage()).pending()));
    var other = Scene.in(storage()).id();
    assertThat(operations().open(other, operation.subject())).isEmpty();
    assertThat(operations().steps(other, operation.subject())).isEmpty();
    var foreign =
        new Operation(
            operation.id(),
            other,
            operation.kind(),
            operation.subject(),
            operation.amount(),
            operation.askedAt());
    assertThatThrownBy(() -> operations().heard(foreign, approval(), ANSWERED))
        .isInstanceOf(RuntimeException.class);
    assertThat(open(operation)).containsExactly(operation);
  }

  @Test
  void an_unknown_subject_has_no_steps() {
    assertThat(operations().steps(SiteId.next(), ChargeId.next())).isEmpty();
  }

  private Operation added(Operation operation) {
    operations().add(operation);
    return operation;
  }

  private List<Operation> open(Operation operation) {
    return operations().open(operation.site(), operation.subject());
  }

  private List<Step> steps(Operation operation) {
    return operations().steps(operation.site(), operation.subject());
  }

  private static Step asked(Operation operation) {
    return new Step(
        operation.id(),
        operation.kind(),
        operation.references(),
        operation.amount(),
        Step.Happening.ASKED,
        operation.askedAt(),
        null,
        null,
        "api");
  }

  private static Step answered(Operation operation, String outcome, Instant at, Evidence evidence) {
    return new Step(
        operation.id(),
        operation.kind(),
        operation.references(),
        operation.amount(),
        Step.Happening.ANSWERED,
        at,
        outcome,
        evidence,
        "api");
  }

  private static Witnessed<GatewayAnswer> approval() {
    return new Witnessed<>(new GatewayAnswer.Approval(TestReferences.full(), null), SEEN);
  }

  private static Witnessed<GatewayAnswer> silence() {
    return new Witnessed<>(new GatewayAnswer.NoAnswer("HTTP 502"), NOTHING_SEEN);
  }

  private static Witnessed<GatewayAnswer> notSent() {
    return new Witnessed<>(new GatewayAnswer.NotSent("refused"), NOTHING_SEEN);
  }

  private static Map<String, GatewayAnswer> answers() {
    var reference = TestReferences.full();
    var card = new VaultedCard(TestPaymentMethods.TOKEN, "fp");
    var answers = new LinkedHashMap<String, GatewayAnswer>();
    answers.put("approval", new GatewayAnswer.Approval(reference, card));
    answers.put("hold", new GatewayAnswer.Hold(reference, TestCharges.AMOUNT, TestDeclines.full()));
    answers.put("review", new GatewayAnswer.Review(reference));
    answers.put("decline", new GatewayAnswer.Decline(TestDeclines.full(), reference));
    answers.put("rejection", new GatewayAnswer.Rejection(TestCharges.FAILURE));
    answers.put("not_sent", new GatewayAnswer.NotSent("refused"));
    return answers;
  }
}
