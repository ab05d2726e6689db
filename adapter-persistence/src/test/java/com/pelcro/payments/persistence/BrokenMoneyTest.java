package com.pelcro.payments.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pelcro.payments.application.Scene;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeState.Captured;
import com.pelcro.payments.domain.charge.TestCharges;
import com.pelcro.payments.domain.gateway.GatewayReference;
import com.pelcro.payments.domain.gateway.TestReferences;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.TestOperations;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The tables refuse rows that break a rule about money, whoever writes them.
final class BrokenMoneyTest {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final String CHECK_VIOLATION = "23514";

  private final Scene scene = Scene.in(DATABASE.storage());

  @Test
  void a_charge_that_was_not_answered_stays_within_its_state() {
    var pending = scene.pending();
    refused(
        pending,
        Map.of(
            "amount = 0", "a_charge_asks_for_money",
            "amount = -1", "minor_units_check",
            "amount = 10000000000", "minor_units_check",
            "currency = 'eur'", "currency_code_check",
            "currency = 'EURO'", "currency_code_check",
            "mode = 'gift'", "charges_mode_check",
            "payment_transaction_id = '7'", "what_reached_the_issuer_has_its_transaction",
            "payment_avs = 'Y'", "nothing_is_told_of_no_transaction"));
    refused(
        pending,
        Map.of(
            "decline_code = 'unknown', decline_category = 'soft'",
                "a_declined_charge_has_its_reason",
            "failure_code = 'absent'", "a_failed_charge_has_its_failure",
            "capture_asked = 1", "a_capture_asks_for_part_of_the_hold",
            "status = 'captured'", "the_status_follows_from_the_state",
            "state = 'lost', status = 'lost', payment_transaction_id = '7'", "states_are_known",
            "held_amount = 1", "what_is_released_leads_on",
            "voiding_from = 'authorized'", "a_sale_takes_all_at_once"));
  }

  @Test
  void a_charge_does_not_reach_a_state_without_what_it_needs() {
    var pending = scene.added(TestCharges.pendingAuthorization(scene.method()));
    refused(
        pending,
        Map.of(
            moved("captured", "captured"),
            "a_captured_charge_took_money",
            moved("declined", "declined"),
            "a_declined_charge_has_its_reason",
            "state = 'failed', status = 'failed'",
            "a_failed_charge_has_its_failure",
            moved("capturing", "authorized"),
            "a_capture_asks_for_part_of_the_hold",
            moved("capturing", "authorized") + ", capture_asked = 0",
            "a_capture_asks_for_part_of_the_hold",
            moved("capturing", "authorized") + ", capture_asked = 1991",
            "a_capture_asks_for_part_of_the_hold",
            moved("voiding", "authorized"),
            "what_is_voided_leads_back",
            moved("releasing", "pending"),
            "what_is_released_leads_on",
            "state = 'authorized', status = 'authorized'",
            "what_reached_the_issuer_has_its_transaction"));
  }

  @Test
  void a_captured_charge_gives_back_no_more_than_it_took() {
    var payment = TestReferences.full();
    var taken = new Captured(payment, TestReferences.full(), Money.of(1000, "EUR"));
    var captured =
        scene.added(TestCharges.in(taken, TestCharges.pendingAuthorization(scene.method())));
    refused(
        captured,
        Map.of(
            "captured_amount = 1991", "no_more_is_taken_than_asked",
            "captured_amount = 0", "a_captured_charge_took_money",
            "capture_transaction_id = NULL", "nothing_is_told_of_no_transaction",
            "refunded_amount = 600, reserved_amount = 401", "no_more_goes_back_than_was_taken",
            "refunded_amount = 1001", "no_more_goes_back_than_was_taken",
            "refunded_amount = -1", "minor_units_check",
            "refunded_amount = 1", "its refunds say",
            "reserved_amount = 1", "its refunds say"));
  }

  @Test
  void money_is_not_taken_without_a_transaction() {
    var bare = GatewayReference.of("7");
    var taken = new Captured(bare, GatewayReference.of("8"), Money.of(1000, "EUR"));
    refused(
        scene.added(TestCharges.in(taken, TestCharges.pendingAuthorization(scene.method()))),
        Map.of("capture_transaction_id = NULL", "what_took_money_has_its_transaction"));
  }

  @Test
  void a_sale_takes_everything_at_once() {
    refused(
        scene.captured(),
        Map.of(
            "captured_amount = 1000", "a_sale_takes_all_at_once",
            "capture_transaction_id = 'another'", "a_sale_takes_all_at_once"));
  }

  @Test
  void a_charge_and_its_refunds_agree_when_a_transaction_ends() {
    var charge = scene.captured();
    var storage = DATABASE.storage();
    assertThatThrownBy(
            () ->
                storage.run(
                    () -> {
                      var locked = storage.charges().lock(scene.id(), charge.id()).orElseThrow();
                      storage
                          .charges()
                          .update(locked.reserve(Money.of(1, "EUR"), TestCharges.MADE));
                    }))
        .hasStackTraceContaining("its refunds say");
    assertThat(storage.charges().find(scene.id(), charge.id())).contains(charge);
  }

  @Test
  void a_refund_gives_money_back_in_its_charges_currency() {
    var charge = scene.captured();
    var reserved = DATABASE.storage().commit(() -> scene.reserve(charge.id(), 990));
    var refund = " WHERE charge_id = '" + reserved.id() + "'";
    refused("UPDATE refunds SET amount = 0" + refund, "a_refund_gives_money_back");
    refused("UPDATE refunds SET amount = 989" + refund, "its refunds say");
    refused("UPDATE refunds SET currency = 'CAD'" + refund, "a_refund_is_in_its_charges_currency");
    refused("UPDATE refunds SET state = 'done'" + refund, "a_done_refund_has_its_transaction");
    refused("UPDATE refunds SET state = 'failed'" + refund, "a_failed_refund_has_its_failure");
    refused("DELETE FROM charges" + refund, "a_refund_is_in_its_charges_currency");
  }

  @Test
  void a_reference_is_never_sent_twice() {
    var storage = DATABASE.storage();
    var first = TestOperations.of(scene.pending());
    var second = TestOperations.of(scene.pending());
    storage.operations().add(first, TestOperations.ASKED);
    storage.operations().add(second, TestOperations.ASKED);
    var where = " WHERE operation_id = '" + second.id() + "'";
    refused(
        "UPDATE operations SET code = '" + first.references().code() + "'" + where,
        "codes_are_never_sent_twice");
    refused(
        "UPDATE operations SET transaction_id = '"
            + first.references().transactionId()
            + "'"
            + where,
        "transaction_ids_are_never_sent_twice");
  }

  @Test
  void no_money_moves_twice_for_one_subject() {
    var storage = DATABASE.storage();
    var charge = scene.pending();
    var release = TestOperations.of(OperationKind.RELEASE, charge);
    storage.operations().add(TestOperations.of(charge), TestOperations.ASKED);
    storage.operations().add(release, TestOperations.ASKED);
    var where = " WHERE operation_id = '" + release.id() + "'";
    refused(
        "UPDATE operations SET kind = 'charge', outcome = 'approval', proof = 'answer',"
            + " concluded_at = now()"
            + where,
        "money_moves_once");
    refused("UPDATE operations SET kind = 'charge'" + where, "twice");
    refused(
        "UPDATE operations SET outcome = 'approval', proof = 'answer'" + where,
        "a_conclusion_has_its_time");
    refused("UPDATE operations SET kind = 'save_card'" + where, "the_subject_fits_the_kind");
    refused(
        "UPDATE operations SET kind = 'capture', amount = 0" + where,
        "what_moves_money_has_an_amount");
  }

  @Test
  void a_charge_of_one_site_is_not_paid_with_a_card_of_another() {
    var other = Scene.in(DATABASE.storage());
    var charge = scene.pending();
    refused(
        "UPDATE charges SET payment_method_id = '"
            + other.method().id()
            + "' WHERE charge_id = '"
            + charge.id()
            + "'",
        "foreign key");
  }

  private static String moved(String state, String status) {
    return "state = '" + state + "', status = '" + status + "', payment_transaction_id = '7'";
  }

  private static void refused(Charge charge, Map<String, String> constraints) {
    constraints.forEach(
        (change, constraint) -> {
          var sql = "UPDATE charges SET " + change + " WHERE charge_id = '" + charge.id() + "'";
          assertThatThrownBy(() -> DATABASE.run(sql))
              .as(change)
              .isInstanceOf(SQLException.class)
              .hasMessageContaining(constraint)
              .extracting(thrown -> ((SQLException) thrown).getSQLState())
              .isEqualTo(CHECK_VIOLATION);
        });
    assertThat(DATABASE.storage().charges().find(charge.site(), charge.id())).contains(charge);
  }

  private static void refused(String sql, String constraint) {
    assertThatThrownBy(() -> DATABASE.run(sql))
        .as(sql)
        .isInstanceOf(SQLException.class)
        .hasMessageContaining(constraint);
  }
}
