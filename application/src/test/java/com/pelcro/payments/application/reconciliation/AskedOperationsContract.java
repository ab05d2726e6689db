package com.pelcro.payments.application.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.operation.Conclusion;
import com.pelcro.payments.application.operation.Outcome;
import com.pelcro.payments.domain.charge.ChargeState.Authorized;
import com.pelcro.payments.domain.charge.ChargeState.Voided;
import com.pelcro.payments.domain.charge.TestCharges;
import com.pelcro.payments.domain.decline.TestDeclines;
import com.pelcro.payments.domain.gateway.Evidence;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.GatewayBooks.Period;
import com.pelcro.payments.domain.gateway.TestReferences;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.operation.OperationId;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.Proof;
import com.pelcro.payments.domain.operation.TestOperations;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.TestIntegrations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every [AskedOperations] keeps to.
public abstract class AskedOperationsContract {

  private static final Instant ASKED = TestOperations.ASKED;
  private static final Instant HEARD = ASKED.plusSeconds(1);
  private static final Period THEN = new Period(ASKED, ASKED.plusMillis(1));

  protected abstract Storage storage();

  @Test
  void an_operation_is_found_by_its_code_whatever_its_site() {
    var one = asked(TestOperations.of(Scene.in(storage()).pending()));
    var other = asked(TestOperations.of(Scene.in(storage()).pending()));
    assertThat(under(one, other)).extracting(AskedOperation::operation).contains(one, other);
    assertThat(storage().askedOperations().under(Set.of("INV-7"))).isEmpty();
  }

  @Test
  void a_sale_is_told_from_an_authorization_and_open_from_concluded() {
    var scene = Scene.in(storage());
    var sale = asked(TestOperations.of(scene.pending()));
    var authorization =
        asked(TestOperations.of(scene.added(TestCharges.pendingAuthorization(scene.method()))));
    var _ = heard(authorization, approval(), Proof.FOUND);
    assertThat(under(sale))
        .containsExactly(new AskedOperation(sale, TestIntegrations.CYBERSOURCE, true, false, null));
    assertThat(under(authorization))
        .containsExactly(
            new AskedOperation(
                authorization,
                TestIntegrations.CYBERSOURCE,
                false,
                false,
                new Conclusion(Outcome.APPROVAL, Proof.FOUND, HEARD)));
  }

  @Test
  void whether_its_money_is_still_counted_on_is_told() {
    var scene = Scene.in(storage());
    var authorized = new Authorized(TestReferences.full());
    var charge =
        scene.added(TestCharges.in(authorized, TestCharges.pendingAuthorization(scene.method())));
    assertThat(under(asked(TestOperations.of(OperationKind.RELEASE, charge))))
        .singleElement()
        .returns(true, AskedOperation::stands);
    assertThat(under(asked(TestOperations.of(OperationKind.VOID, scene.captured()))))
        .singleElement()
        .returns(true, AskedOperation::stands);
    var voided = new Voided(TestReferences.full());
    var returned = scene.added(TestCharges.in(voided, TestCharges.captured(scene.method())));
    assertThat(under(asked(TestOperations.of(OperationKind.VOID, returned))))
        .singleElement()
        .returns(false, AskedOperation::stands);
  }

  @Test
  void whatever_it_was_asked_for_its_gateway_is_known() {
    var scene = Scene.in(storage());
    var charge = scene.captured();
    var reserved = storage().commit(() -> scene.reserve(charge.id(), 990));
    var refund =
        storage().refunds().of(scene.id(), reserved.id(), new Window(1, null)).rows().getFirst();
    assertThat(
            List.of(
                asked(TestOperations.of(charge)),
                asked(TestOperations.of(refund)),
                asked(TestOperations.of(OperationKind.REFUND, charge)),
                asked(TestOperations.of(scene.method()))))
        .allSatisfy(
            operation ->
                assertThat(under(operation))
                    .singleElement()
                    .returns(TestIntegrations.CYBERSOURCE, AskedOperation::gateway));
  }

  @Test
  void what_moved_or_holds_money_is_counted() {
    var scene = Scene.in(storage());
    var approved = heard(charge(scene), approval(), Proof.ANSWER);
    var held =
        heard(
            charge(scene),
            new GatewayAnswer.Hold(
                TestReferences.full(), Money.of(1990, "EUR"), TestDeclines.bare()),
            Proof.ANSWER);
    var declined =
        heard(
            charge(scene),
            new GatewayAnswer.Decline(TestDeclines.bare(), TestReferences.full()),
            Proof.ANSWER);
    var silent = heard(charge(scene), new GatewayAnswer.NoAnswer("reset"), Proof.ANSWER);
    var released = asked(TestOperations.of(OperationKind.RELEASE, scene.pending()));
    var _ = heard(released, approval(), Proof.ANSWER);
    assertThat(counted(scene, THEN, null, 10))
        .containsExactlyInAnyOrder(approved, held)
        .doesNotContain(declined, silent, released);
  }

  @Test
  void what_is_counted_was_asked_in_the_period_of_that_gateway_at_that_site() {
    var scene = Scene.in(storage());
    var operation = heard(charge(scene), approval(), Proof.ANSWER);
    assertThat(counted(scene, THEN, null, 10)).containsExactly(operation);
    assertThat(counted(scene, new Period(ASKED.minusSeconds(1), ASKED), null, 10)).isEmpty();
    assertThat(counted(scene, new Period(ASKED.plusMillis(1), ASKED.plusSeconds(1)), null, 10))
        .isEmpty();
    assertThat(counted(Scene.in(storage()), THEN, null, 10)).isEmpty();
    assertThat(
            storage()
                .askedOperations()
                .counted(scene.id(), new GatewayId("another"), THEN, null, 10))
        .isEmpty();
  }

  @Test
  void what_is_counted_comes_part_by_part() {
    var scene = Scene.in(storage());
    var first = heard(charge(scene), approval(), Proof.ANSWER);
    var second = heard(charge(scene), approval(), Proof.ANSWER);
    var third = heard(charge(scene), approval(), Proof.ANSWER);
    assertThat(counted(scene, THEN, null, 2)).containsExactly(first, second);
    assertThat(counted(scene, THEN, second.id(), 2)).containsExactly(third);
  }

  private static GatewayAnswer approval() {
    return new GatewayAnswer.Approval(TestReferences.full(), null);
  }

  private Operation charge(Scene scene) {
    return asked(TestOperations.of(scene.pending()));
  }

  private Operation asked(Operation operation) {
    storage().operations().add(operation, HEARD);
    return operation;
  }

  private Operation heard(Operation operation, GatewayAnswer answer, Proof proof) {
    var evidence = new Evidence("{}", null, null, null, Duration.ofMillis(1));
    storage()
        .run(
            () -> {
              var _ =
                  storage()
                      .operations()
                      .heard(operation, new Witnessed<>(answer, evidence), proof, HEARD, HEARD);
            });
    return operation;
  }

  private List<AskedOperation> under(Operation... operations) {
    return storage()
        .askedOperations()
        .under(
            List.of(operations).stream()
                .map(operation -> operation.references().code())
                .collect(Collectors.toSet()));
  }

  private List<Operation> counted(
      Scene scene, Period period, @Nullable OperationId after, int most) {
    return storage()
        .askedOperations()
        .counted(scene.id(), TestIntegrations.CYBERSOURCE, period, after, most)
        .stream()
        .map(AskedOperation::operation)
        .toList();
  }
}
