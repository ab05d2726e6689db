package com.pelcro.payments.persistence.invariant;

import static com.pelcro.payments.application.invariant.Invariant.CAPTURED_EQUALS_OPERATIONS;
import static com.pelcro.payments.application.invariant.Invariant.OBJECT_EVENTS_GAPLESS;
import static com.pelcro.payments.application.invariant.Invariant.REFERENCES_SUCCEED_ONCE;
import static com.pelcro.payments.application.invariant.Invariant.REFUNDED_EQUALS_OPERATIONS;
import static com.pelcro.payments.application.invariant.Invariant.REFUNDS_WITHIN_CAPTURED;
import static com.pelcro.payments.application.invariant.Invariant.SITE_EVENTS_GAPLESS;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.invariant.Invariant;
import com.pelcro.payments.application.invariant.Violation;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.TestCharges;
import com.pelcro.payments.domain.event.PaymentEvent.ChargeMoved;
import com.pelcro.payments.domain.gateway.Evidence;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.TestReferences;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.operation.Actor;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.Proof;
import com.pelcro.payments.domain.operation.TestOperations;
import com.pelcro.payments.domain.refund.Refund;
import com.pelcro.payments.domain.refund.TestRefunds;
import com.pelcro.payments.persistence.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Each invariant fires once its rows are broken behind the back of every constraint, and not
/// before.
final class JdbiViolationsTest {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final int MANY = 7;

  /// So few rows at a time that every test goes through several parts.
  private final JdbiViolations violations = new JdbiViolations(DATABASE.database(), 2);

  private final Scene scene = Scene.in(DATABASE.storage());

  /// Without triggers, foreign keys among them; what a table says of a single row is taken off it
  /// where it is in the way.
  @BeforeEach
  void fill() {
    for (int number = 0; number < MANY; number++) {
      var charge = paid();
      tell(charge);
      tell(charge);
    }
  }

  @AfterEach
  void leaveNothingBroken() throws SQLException {
    for (var table :
        List.of("differences", "events", "event_positions", "operation_steps", "operations")) {
      broke("DELETE FROM " + table + " WHERE site_id = '" + scene.id() + "'");
    }
  }

  private Charge paid() {
    var charge = scene.captured();
    approved(TestOperations.of(charge));
    return charge;
  }

  private Operation approved(Operation operation) {
    DATABASE.storage().operations().add(operation, TestOperations.ASKED);
    var heard =
        new Witnessed<GatewayAnswer>(
            new GatewayAnswer.Approval(TestReferences.full(), null),
            new Evidence("{}", null, null, null, Duration.ZERO));
    DATABASE
        .storage()
        .run(
            () -> {
              var _ =
                  DATABASE
                      .storage()
                      .operations()
                      .heard(operation, heard, Proof.ANSWER, TestOperations.ASKED, null);
            });
    return operation;
  }

  private void tell(Charge charge) {
    DATABASE.storage().run(() -> DATABASE.storage().eventLog().append(new ChargeMoved(charge)));
  }

  /// Half of it given back, by a refund that was asked for and approved.
  private Charge refunded() {
    var charge = paid();
    var refund = TestRefunds.pending(charge, 990);
    DATABASE
        .storage()
        .run(
            () -> {
              var locked = DATABASE.storage().charges().lock(scene.id(), charge.id()).orElseThrow();
              var now = TestRefunds.MADE;
              DATABASE
                  .storage()
                  .charges()
                  .update(locked.reserve(refund.amount(), now).refunded(refund.amount(), now));
              DATABASE.storage().refunds().add(TestRefunds.done(refund));
            });
    approved(TestOperations.of(refundOf(charge)));
    return charge;
  }

  private Charge reserved() {
    var charge = paid();
    return DATABASE.storage().commit(() -> scene.reserve(charge.id(), 100));
  }

  private Refund refundOf(Charge charge) {
    return DATABASE
        .storage()
        .refunds()
        .of(scene.id(), charge.id(), new Window(1, null))
        .rows()
        .getFirst();
  }

  @Test
  void where_nothing_is_broken_nothing_is_found() {
    var _ = refunded();
    var _ = reserved();
    var authorized = scene.added(TestCharges.pendingAuthorization(scene.method()));
    approved(TestOperations.of(authorized));
    DATABASE.storage().operations().add(TestOperations.of(scene.pending()), TestOperations.ASKED);
    assertThat(Arrays.stream(Invariant.values()).flatMap(one -> find(one).stream())).isEmpty();
  }

  @Test
  void money_no_operation_took_is_found() throws SQLException {
    var bare = scene.captured();
    var more = paid();
    broke("UPDATE operations SET amount = 1 WHERE charge_id = '" + more.id() + "'");
    assertFound(CAPTURED_EQUALS_OPERATIONS, bare.id().value(), more.id().value());
  }

  @Test
  void money_taken_and_not_counted_is_found() throws SQLException {
    var charge = scene.pending();
    approved(TestOperations.of(charge));
    assertFound(CAPTURED_EQUALS_OPERATIONS, charge.id().value());
  }

  @Test
  void money_still_counted_though_it_was_voided_is_found() {
    var charge = paid();
    approved(TestOperations.of(OperationKind.VOID, charge));
    assertFound(CAPTURED_EQUALS_OPERATIONS, charge.id().value());
  }

  @Test
  void a_refund_nobody_asked_for_is_found() throws SQLException {
    var charge = refunded();
    broke("DELETE FROM operations WHERE refund_id = '" + refundOf(charge).id() + "'");
    assertFound(REFUNDED_EQUALS_OPERATIONS, charge.id().value());
  }

  @Test
  void a_charge_that_contradicts_its_refunds_is_found() throws SQLException {
    var given = refunded();
    broke("UPDATE charges SET refunded_amount = 991 WHERE charge_id = '" + given.id() + "'");
    var reserved = reserved();
    broke("UPDATE charges SET reserved_amount = 99 WHERE charge_id = '" + reserved.id() + "'");
    assertFound(REFUNDED_EQUALS_OPERATIONS, given.id().value(), reserved.id().value());
  }

  /// It was called absent, the refund that followed it came to nothing, and then it turned up.
  @Test
  void a_void_for_a_refund_that_voided_the_charge_breaks_nothing() {
    var charge = paid();
    var refund = TestRefunds.pending(charge, charge.amount().minorUnits());
    var voided =
        charge
            .voiding(TestRefunds.MADE)
            .resolve(
                new GatewayAnswer.Approval(TestReferences.full(), null),
                TestRefunds.MADE.plusMillis(1));
    DATABASE
        .storage()
        .run(
            () -> {
              DATABASE.storage().charges().update(voided);
              DATABASE.storage().refunds().add(TestRefunds.failed(refund));
            });
    approved(
        Operation.of(
            charge.site(),
            OperationKind.VOID,
            refund.id(),
            refund.amount(),
            TestOperations.ASKED,
            Actor.API));
    assertThat(find(REFUNDED_EQUALS_OPERATIONS)).isEmpty();
    assertThat(find(CAPTURED_EQUALS_OPERATIONS)).isEmpty();
  }

  @Test
  void more_given_back_than_was_taken_is_found() throws SQLException {
    var charge = paid();
    broke(
        "ALTER TABLE charges DROP CONSTRAINT no_more_goes_back_than_was_taken",
        "UPDATE charges SET refunded_amount = captured_amount, reserved_amount = 1"
            + " WHERE charge_id = '"
            + charge.id()
            + "'");
    assertFound(REFUNDS_WITHIN_CAPTURED, charge.id().value());
    broke(
        "UPDATE charges SET refunded_amount = 0, reserved_amount = 0 WHERE charge_id = '"
            + charge.id()
            + "'",
        "ALTER TABLE charges ADD CONSTRAINT no_more_goes_back_than_was_taken"
            + " CHECK (refunded_amount + reserved_amount <= captured_amount)");
  }

  @Test
  void two_that_succeeded_under_one_reference_are_found() throws SQLException {
    var one = approved(TestOperations.of(scene.pending()));
    var other = approved(TestOperations.of(scene.pending()));
    broke(
        "ALTER TABLE operations DROP CONSTRAINT codes_are_never_sent_twice",
        "UPDATE operations SET code = '"
            + one.references().code()
            + "' WHERE operation_id = '"
            + other.id()
            + "'");
    assertFound(REFERENCES_SUCCEED_ONCE, one.id().value(), other.id().value());
    broke(
        "UPDATE operations SET code = '"
            + other.references().code()
            + "' WHERE operation_id = '"
            + other.id()
            + "'",
        "ALTER TABLE operations ADD CONSTRAINT codes_are_never_sent_twice UNIQUE (code)");
  }

  @Test
  void two_that_succeeded_under_one_timeout_key_are_found() throws SQLException {
    var one = approved(TestOperations.of(scene.pending()));
    var other = approved(TestOperations.of(scene.pending()));
    broke(
        "ALTER TABLE operations DROP CONSTRAINT transaction_ids_are_never_sent_twice",
        "UPDATE operations SET transaction_id = '"
            + one.references().transactionId()
            + "' WHERE operation_id = '"
            + other.id()
            + "'");
    assertFound(REFERENCES_SUCCEED_ONCE, one.id().value(), other.id().value());
    broke(
        "UPDATE operations SET transaction_id = '"
            + other.references().transactionId()
            + "' WHERE operation_id = '"
            + other.id()
            + "'",
        "ALTER TABLE operations ADD CONSTRAINT transaction_ids_are_never_sent_twice"
            + " UNIQUE (transaction_id)");
  }

  @Test
  void money_that_moved_twice_for_one_subject_is_found() throws SQLException {
    var charge = scene.pending();
    var one = approved(TestOperations.of(charge));
    var index =
        DATABASE.run("SELECT indexdef FROM pg_indexes WHERE indexname = 'money_moves_once'");
    broke("DROP INDEX money_moves_once");
    var other = approved(TestOperations.of(charge));
    assertFound(REFERENCES_SUCCEED_ONCE, one.id().value(), other.id().value());
    broke("DELETE FROM operations WHERE operation_id = '" + other.id() + "'", index.getFirst());
  }

  @Test
  void one_transaction_of_the_gateways_adopted_twice_is_found() throws SQLException {
    var one = approved(TestOperations.of(scene.pending()));
    var other = approved(TestOperations.of(scene.pending()));
    broke(
        "UPDATE operations SET gateway_transaction_id = '7' WHERE operation_id IN ('"
            + one.id()
            + "', '"
            + other.id()
            + "')");
    assertFound(REFERENCES_SUCCEED_ONCE, one.id().value(), other.id().value());
  }

  @Test
  void a_gap_in_a_sites_events_is_found() throws SQLException {
    broke("DELETE FROM events WHERE site_id = '" + scene.id() + "' AND sequence = 5");
    assertFound(SITE_EVENTS_GAPLESS, "6");
  }

  @Test
  void a_last_event_that_is_gone_is_found() throws SQLException {
    broke("DELETE FROM events WHERE site_id = '" + scene.id() + "' AND sequence = " + 2 * MANY);
    assertFound(SITE_EVENTS_GAPLESS, Integer.toString(2 * MANY));
  }

  @Test
  void a_gap_in_an_objects_events_is_found() throws SQLException {
    var object =
        DATABASE
            .run(
                "UPDATE events SET object_sequence = 3 WHERE site_id = '"
                    + scene.id()
                    + "' AND sequence = 4 RETURNING object_type || ' ' || object_id")
            .getFirst();
    assertFound(OBJECT_EVENTS_GAPLESS, object);
  }

  @Test
  void no_more_are_found_than_asked_for() throws SQLException {
    broke("UPDATE operations SET amount = 1 WHERE site_id = '" + scene.id() + "'");
    assertThat(violations.find(scene.id(), CAPTURED_EQUALS_OPERATIONS, 3)).hasSize(3);
    assertThat(find(CAPTURED_EQUALS_OPERATIONS)).hasSize(MANY);
  }

  @Test
  void another_sites_rows_are_its_own() throws SQLException {
    broke("UPDATE operations SET amount = 1 WHERE site_id = '" + scene.id() + "'");
    var other = Scene.in(DATABASE.storage());
    assertThat(violations.find(other.id(), CAPTURED_EQUALS_OPERATIONS, 10)).isEmpty();
  }

  private List<Violation> find(Invariant invariant) {
    return violations.find(scene.id(), invariant, 100);
  }

  private void assertFound(Invariant invariant, String... objects) {
    assertThat(find(invariant)).extracting(Violation::object).containsExactlyInAnyOrder(objects);
  }

  private static void broke(String... statements) throws SQLException {
    var _ =
        DATABASE.run(
            "SET session_replication_role = replica; "
                + String.join("; ", statements)
                + "; SET session_replication_role = DEFAULT");
  }
}
