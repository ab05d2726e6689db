package com.pelcro.payments.application.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.Together;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.charge.TestCharges;
import com.pelcro.payments.domain.decline.TestDeclines;
import com.pelcro.payments.domain.gateway.Evidence;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.TestReferences;
import com.pelcro.payments.domain.gateway.VaultedCard;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.operation.Actor;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.Proof;
import com.pelcro.payments.domain.operation.TestOperations;
import com.pelcro.payments.domain.paymentmethod.TestPaymentMethods;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every [Operations] keeps to.
public abstract class OperationsContract {

  private static final Instant ANSWERED = TestOperations.ASKED.plusMillis(250);
  private static final Instant LOOK = TestOperations.ASKED.plusSeconds(45);
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
              operations().add(operation, LOOK);
              assertThat(open(operation)).containsExactly(operation);
            });
  }

  @Test
  void every_answer_but_silence_concludes() {
    assertThat(answers())
        .allSatisfy(
            (outcome, answer) -> {
              var operation = added(TestOperations.of(Scene.in(storage()).pending()));
              var _ =
                  operations()
                      .heard(
                          operation, new Witnessed<>(answer, SEEN), Proof.ANSWER, ANSWERED, null);
              assertThat(open(operation)).isEmpty();
              assertThat(steps(operation))
                  .containsExactly(asked(operation), answered(operation, outcome, ANSWERED, SEEN));
            });
  }

  @Test
  void silence_is_remembered_and_leaves_the_operation_open() {
    var operation = added(TestOperations.of(Scene.in(storage()).pending()));
    var _ = operations().heard(operation, silence(), Proof.ANSWER, ANSWERED, LOOK);
    assertThat(open(operation)).containsExactly(operation);
    var later = ANSWERED.plusSeconds(15);
    var _ = operations().heard(operation, approval(), Proof.ANSWER, later, null);
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
    var _ = operations().heard(operation, silence(), Proof.ANSWER, operation.askedAt(), LOOK);
    var _ = operations().heard(operation, approval(), Proof.ANSWER, operation.askedAt(), null);
    assertThat(steps(operation))
        .extracting(Step::outcome)
        .containsExactly(null, "no_answer", "approval");
  }

  @Test
  void an_operation_was_open_until_an_answer_concluded_it() {
    var operation = added(TestOperations.of(Scene.in(storage()).pending()));
    assertThat(operations().heard(operation, silence(), Proof.ANSWER, ANSWERED, LOOK)).isTrue();
    assertThat(operations().heard(operation, approval(), Proof.ANSWER, ANSWERED, null)).isTrue();
    assertThat(operations().heard(operation, approval(), Proof.FOUND, ANSWERED, null)).isFalse();
  }

  @Test
  void what_is_heard_later_is_remembered_and_opens_nothing_again() {
    var operation = added(TestOperations.of(Scene.in(storage()).pending()));
    var _ = operations().heard(operation, approval(), Proof.ANSWER, ANSWERED, null);
    var _ = operations().heard(operation, silence(), Proof.ANSWER, ANSWERED.plusMillis(1), null);
    var _ = operations().heard(operation, approval(), Proof.ANSWER, ANSWERED.plusMillis(2), null);
    assertThat(open(operation)).isEmpty();
    assertThat(steps(operation)).hasSize(4);
  }

  @Test
  void steps_of_one_subject_follow_each_other_in_time() {
    var scene = Scene.in(storage());
    var charge = scene.added(TestCharges.pendingAuthorization(scene.method()));
    var first = added(TestOperations.of(charge));
    var _ = operations().heard(first, approval(), Proof.ANSWER, ANSWERED, null);
    var second =
        added(
            Operation.of(
                scene.id(),
                OperationKind.CAPTURE,
                charge.id(),
                charge.amount(),
                ANSWERED.plusSeconds(1),
                Actor.API));
    var _ = operations().heard(second, silence(), Proof.ANSWER, ANSWERED.plusSeconds(2), LOOK);
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
    var _ = operations().heard(operation, silence(), Proof.ANSWER, ANSWERED, LOOK);
    assertThatThrownBy(() -> operations().add(TestOperations.of(charge), LOOK))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void money_moves_once_for_one_subject() {
    var charge = Scene.in(storage()).pending();
    var operation = added(TestOperations.of(charge));
    var _ = operations().heard(operation, approval(), Proof.ANSWER, ANSWERED, null);
    assertThatThrownBy(() -> operations().add(TestOperations.of(charge), LOOK))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void what_never_left_is_asked_again_under_new_references() {
    var charge = Scene.in(storage()).pending();
    var first = added(TestOperations.of(charge));
    var _ = operations().heard(first, notSent(), Proof.ANSWER, ANSWERED, null);
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
    assertThatThrownBy(() -> operations().add(stray, LOOK)).isInstanceOf(RuntimeException.class);
    var site =
        Operation.of(
            scene.id(),
            OperationKind.CHARGE,
            scene.id(),
            TestCharges.AMOUNT,
            TestOperations.ASKED,
            Actor.API);
    assertThatThrownBy(() -> operations().add(site, LOOK)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void nothing_is_heard_of_what_was_never_asked() {
    var stray = TestOperations.of(Scene.in(storage()).pending());
    assertThatThrownBy(() -> operations().heard(stray, approval(), Proof.ANSWER, ANSWERED, null))
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
            operation.askedAt(),
            operation.askedBy());
    assertThatThrownBy(() -> operations().heard(foreign, approval(), Proof.ANSWER, ANSWERED, null))
        .isInstanceOf(RuntimeException.class);
    assertThat(open(operation)).containsExactly(operation);
  }

  @Test
  void what_is_due_is_claimed_once_until_the_claim_is_over() {
    var operation = added(TestOperations.of(Scene.in(storage()).pending()));
    var until = LOOK.plusSeconds(60);
    assertThat(claimed(operation, LOOK.minusMillis(1), until)).isEmpty();
    assertThat(claimed(operation, LOOK, until)).containsExactly(new Claimed(operation, null));
    assertThat(claimed(operation, LOOK, until)).isEmpty();
    assertThat(claimed(operation, until, until.plusSeconds(60)))
        .containsExactly(new Claimed(operation, null));
  }

  @Test
  void a_claim_is_given_to_one_of_many() {
    var scene = Scene.in(storage());
    var asked =
        Stream.generate(() -> added(TestOperations.of(scene.pending())).id()).limit(40).toList();
    var claims =
        Together.run(
            8,
            _ ->
                storage()
                    .commit(() -> operations().claim(LOOK, LOOK.plusSeconds(60), 1000))
                    .stream()
                    .map(claim -> claim.operation().id())
                    .toList());
    assertThat(claims.stream().flatMap(List::stream).filter(asked::contains))
        .containsExactlyInAnyOrderElementsOf(asked);
  }

  @Test
  void what_is_concluded_is_due_only_if_somebody_wants_it_looked_at() {
    var operation = added(TestOperations.of(Scene.in(storage()).pending()));
    var _ = operations().heard(operation, approval(), Proof.FOUND, ANSWERED, null);
    assertThat(claimed(operation, LOOK, LOOK)).isEmpty();
    operations().lookAgain(operation, LOOK);
    assertThat(claimed(operation, LOOK, LOOK.plusSeconds(1)))
        .containsExactly(
            new Claimed(operation, new Conclusion(Outcome.APPROVAL, Proof.FOUND, ANSWERED)));
  }

  @Test
  void a_review_is_concluded_anew_and_nothing_else_is() {
    var operation = added(TestOperations.of(Scene.in(storage()).pending()));
    var review =
        new Witnessed<GatewayAnswer>(new GatewayAnswer.Review(TestReferences.full()), SEEN);
    var _ = operations().heard(operation, review, Proof.ANSWER, ANSWERED, LOOK);
    assertThat(open(operation)).isEmpty();
    var later = ANSWERED.plusSeconds(60);
    var _ = operations().heard(operation, approval(), Proof.FOUND, later, LOOK);
    var _ = operations().heard(operation, notSent(), Proof.ANSWER, later.plusSeconds(1), LOOK);
    assertThat(claimed(operation, LOOK, LOOK.plusSeconds(1)))
        .containsExactly(
            new Claimed(operation, new Conclusion(Outcome.APPROVAL, Proof.FOUND, later)));
  }

  @Test
  void what_was_called_absent_is_open_again_once_it_turned_up() {
    var operation = added(TestOperations.of(Scene.in(storage()).pending()));
    var _ = operations().heard(operation, notSent(), Proof.ABSENT, ANSWERED, LOOK);
    operations().reopen(operation);
    assertThat(open(operation)).containsExactly(operation);
    var later = ANSWERED.plusSeconds(60);
    var _ = operations().heard(operation, approval(), Proof.FOUND, later, LOOK);
    assertThat(claimed(operation, LOOK, LOOK.plusSeconds(1)))
        .containsExactly(
            new Claimed(operation, new Conclusion(Outcome.APPROVAL, Proof.FOUND, later)));
    assertThat(steps(operation)).hasSize(3);
  }

  @Test
  void what_was_answered_is_not_opened_again() {
    var operation = added(TestOperations.of(Scene.in(storage()).pending()));
    var _ = operations().heard(operation, notSent(), Proof.ANSWER, ANSWERED, null);
    assertThatThrownBy(() -> operations().reopen(operation)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void each_proof_shows_as_its_own_step() {
    var answer =
        new Witnessed<GatewayAnswer>(new GatewayAnswer.Rejection(TestCharges.FAILURE), SEEN);
    var shown =
        Stream.of(Proof.values())
            .map(
                proof -> {
                  var operation = added(TestOperations.of(Scene.in(storage()).pending()));
                  var _ = operations().heard(operation, answer, proof, ANSWERED, null);
                  var step = steps(operation).getLast();
                  return step.actor() + " " + step.happening() + " " + step.outcome();
                });
    assertThat(shown)
        .containsExactly(
            "API ANSWERED rejection",
            "RECOVERY LOOKED_UP rejection",
            "RECOVERY ANNULLED annulled",
            "RECOVERY LOOKED_UP absent",
            "OPERATOR DECIDED rejection");
  }

  @Test
  void a_step_that_decides_nothing_is_noted() {
    var operation = added(TestOperations.of(Scene.in(storage()).pending()));
    var step =
        Step.recovering(operation, Step.Happening.LOOKED_UP, ANSWERED, "not_found", NOTHING_SEEN);
    operations().note(operation.site(), step);
    assertThat(steps(operation)).containsExactly(asked(operation), step);
    assertThat(open(operation)).containsExactly(operation);
  }

  @Test
  void a_charge_is_told_together_with_its_refunds() {
    var scene = Scene.in(storage());
    var charge = scene.captured();
    var reserved = storage().commit(() -> scene.reserve(charge.id(), 990));
    var refund =
        storage().refunds().of(scene.id(), reserved.id(), new Window(1, null)).rows().getFirst();
    var taken = added(TestOperations.of(charge));
    var returned = added(TestOperations.of(refund));
    var _ = added(TestOperations.of(scene.captured()));
    assertThat(operations().timeline(scene.id(), charge.id()))
        .containsExactlyInAnyOrder(asked(taken), asked(returned));
    assertThat(operations().openOf(scene.id(), charge.id()))
        .containsExactlyInAnyOrder(taken, returned);
  }

  private List<Claimed> claimed(Operation operation, Instant now, Instant until) {
    return storage().commit(() -> operations().claim(now, until, 10_000)).stream()
        .filter(claim -> claim.operation().id().equals(operation.id()))
        .toList();
  }

  @Test
  void an_unknown_subject_has_no_steps() {
    assertThat(operations().steps(SiteId.next(), ChargeId.next())).isEmpty();
  }

  private Operation added(Operation operation) {
    operations().add(operation, LOOK);
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
        Actor.API);
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
        Actor.API);
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
