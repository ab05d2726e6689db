package com.pelcro.payments.application.reconciliation;

import static com.pelcro.payments.domain.reconciliation.DifferenceType.AMOUNT;
import static com.pelcro.payments.domain.reconciliation.DifferenceType.CURRENCY;
import static com.pelcro.payments.domain.reconciliation.DifferenceType.DUPLICATE;
import static com.pelcro.payments.domain.reconciliation.DifferenceType.MISSING_HERE;
import static com.pelcro.payments.domain.reconciliation.DifferenceType.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.operation.Conclusion;
import com.pelcro.payments.application.operation.Outcome;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.gateway.BookEntry;
import com.pelcro.payments.domain.gateway.BookEntry.Effect;
import com.pelcro.payments.domain.gateway.BookEntry.Kind;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.Actor;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.Proof;
import com.pelcro.payments.domain.operation.TestOperations;
import com.pelcro.payments.domain.reconciliation.DifferenceType;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.site.TestIntegrations;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each way in which one operation and the gateway's entries under its reference can stand to each
/// other.
class ComparisonTest {

  private static final Money AMOUNT_ASKED = Money.of(1990, "EUR");
  private static final AtomicLong IDS = new AtomicLong(7000);

  private static AskedOperation asked(
      OperationKind kind, boolean captures, @Nullable Outcome outcome, @Nullable Proof proof) {
    var operation =
        Operation.of(
            SiteId.next(), kind, ChargeId.next(), AMOUNT_ASKED, TestOperations.ASKED, Actor.API);
    var conclusion =
        outcome == null || proof == null
            ? null
            : new Conclusion(outcome, proof, TestOperations.ASKED);
    return new AskedOperation(operation, TestIntegrations.CYBERSOURCE, captures, true, conclusion);
  }

  private static AskedOperation sale(Outcome outcome) {
    return asked(OperationKind.CHARGE, true, outcome, Proof.ANSWER);
  }

  private static AskedOperation authorization(Outcome outcome) {
    return asked(OperationKind.CHARGE, false, outcome, Proof.ANSWER);
  }

  private static AskedOperation followUp(OperationKind kind, Outcome outcome) {
    return asked(kind, true, outcome, Proof.ANSWER);
  }

  private static AskedOperation open(OperationKind kind) {
    return asked(kind, true, null, null);
  }

  private static BookEntry entry(Kind kind, Effect effect) {
    return entry(kind, effect, AMOUNT_ASKED);
  }

  private static BookEntry entry(Kind kind, Effect effect, @Nullable Money amount) {
    var id = Long.toString(IDS.incrementAndGet());
    return new BookEntry(id, "op-1", kind, effect, amount, TestOperations.ASKED);
  }

  private static List<DifferenceType> compared(AskedOperation asked, BookEntry... entries) {
    return Comparison.of(asked, List.of(entries)).stream().map(Mismatch::type).toList();
  }

  private static final BookEntry TAKEN = entry(Kind.PAYMENT, Effect.DONE);
  private static final BookEntry HELD = entry(Kind.PAYMENT, Effect.HELD);
  private static final BookEntry REFUSED = entry(Kind.PAYMENT, Effect.REFUSED);
  private static final BookEntry UNPROVEN = entry(Kind.PAYMENT, Effect.UNPROVEN);
  private static final BookEntry ANNULLED = entry(Kind.ANNULMENT, Effect.DONE, null);

  @Test
  void a_sale_that_was_taken_agrees_and_nothing_else_does() {
    assertThat(compared(sale(Outcome.APPROVAL), TAKEN)).isEmpty();
    assertThat(compared(sale(Outcome.APPROVAL), UNPROVEN)).isEmpty();
    assertThat(compared(sale(Outcome.APPROVAL), HELD)).containsExactly(STATUS);
    assertThat(compared(sale(Outcome.APPROVAL), REFUSED)).containsExactly(STATUS);
    assertThat(compared(sale(Outcome.APPROVAL), TAKEN, ANNULLED)).containsExactly(STATUS);
  }

  @Test
  void a_payment_somebody_else_undid_differs() {
    var voided = entry(Kind.VOID, Effect.DONE);
    var refunded = entry(Kind.REFUND, Effect.DONE);
    assertThat(compared(sale(Outcome.APPROVAL), TAKEN, voided)).containsExactly(STATUS);
    assertThat(compared(sale(Outcome.APPROVAL), TAKEN, refunded)).containsExactly(STATUS);
    var failed = entry(Kind.VOID, Effect.REFUSED);
    assertThat(compared(sale(Outcome.APPROVAL), TAKEN, failed)).isEmpty();
  }

  @Test
  void a_hold_agrees_while_it_is_held_and_when_it_is_gone() {
    assertThat(compared(authorization(Outcome.APPROVAL), HELD)).isEmpty();
    assertThat(compared(sale(Outcome.HOLD), HELD)).isEmpty();
    assertThat(compared(authorization(Outcome.APPROVAL), HELD, ANNULLED)).isEmpty();
    assertThat(compared(authorization(Outcome.APPROVAL), TAKEN)).containsExactly(STATUS);
    assertThat(compared(authorization(Outcome.APPROVAL), REFUSED)).containsExactly(STATUS);
  }

  @Test
  void a_no_agrees_unless_money_moved() {
    for (var outcome : List.of(Outcome.DECLINE, Outcome.REJECTION, Outcome.NOT_SENT)) {
      assertThat(compared(sale(outcome), REFUSED)).isEmpty();
      assertThat(compared(sale(outcome), UNPROVEN)).isEmpty();
      assertThat(compared(sale(outcome), TAKEN)).containsExactly(STATUS);
      assertThat(compared(sale(outcome), HELD)).containsExactly(STATUS);
      assertThat(compared(sale(outcome), TAKEN, ANNULLED)).isEmpty();
    }
  }

  @Test
  void what_we_annulled_agrees_with_what_it_was_before() {
    var annulled = asked(OperationKind.CHARGE, true, Outcome.REJECTION, Proof.ANNULLED);
    assertThat(compared(annulled, TAKEN)).isEmpty();
    assertThat(compared(annulled, TAKEN, ANNULLED)).isEmpty();
    var absent = asked(OperationKind.CHARGE, true, Outcome.REJECTION, Proof.ABSENT);
    assertThat(compared(absent, TAKEN)).containsExactly(STATUS);
    var declared = asked(OperationKind.CHARGE, true, Outcome.REJECTION, Proof.OPERATOR);
    assertThat(compared(declared, TAKEN)).containsExactly(STATUS);
  }

  @Test
  void what_is_open_here_is_missing_here_once_it_moved_money() {
    assertThat(compared(open(OperationKind.CHARGE), TAKEN)).containsExactly(MISSING_HERE);
    assertThat(compared(open(OperationKind.CHARGE), HELD)).containsExactly(MISSING_HERE);
    assertThat(compared(open(OperationKind.CHARGE), REFUSED)).isEmpty();
    assertThat(compared(open(OperationKind.CHARGE), UNPROVEN)).isEmpty();
    assertThat(compared(open(OperationKind.CHARGE), TAKEN, ANNULLED)).isEmpty();
  }

  @Test
  void a_review_is_open_on_both_sides() {
    assertThat(compared(sale(Outcome.REVIEW), HELD)).isEmpty();
    assertThat(compared(sale(Outcome.REVIEW), TAKEN)).isEmpty();
  }

  @Test
  void an_accepted_review_may_be_taken_by_a_transaction_of_its_own() {
    assertThat(compared(sale(Outcome.APPROVAL), HELD, entry(Kind.CAPTURE, Effect.DONE))).isEmpty();
  }

  @Test
  void another_amount_or_currency_differs_where_money_moved() {
    var more = entry(Kind.PAYMENT, Effect.DONE, Money.of(1991, "EUR"));
    var dollars = entry(Kind.PAYMENT, Effect.DONE, Money.of(1990, "USD"));
    var refused = entry(Kind.PAYMENT, Effect.REFUSED, Money.of(1, "EUR"));
    assertThat(compared(sale(Outcome.APPROVAL), more)).containsExactly(AMOUNT);
    assertThat(compared(sale(Outcome.APPROVAL), dollars)).containsExactly(CURRENCY);
    assertThat(compared(sale(Outcome.APPROVAL), entry(Kind.PAYMENT, Effect.DONE, null))).isEmpty();
    assertThat(compared(sale(Outcome.DECLINE), refused)).isEmpty();
    assertThat(compared(open(OperationKind.CHARGE), more)).containsExactly(AMOUNT, MISSING_HERE);
  }

  @Test
  void what_was_done_twice_is_a_duplicate() {
    assertThat(compared(sale(Outcome.APPROVAL), TAKEN, entry(Kind.PAYMENT, Effect.DONE)))
        .containsExactly(DUPLICATE);
    assertThat(compared(sale(Outcome.APPROVAL), TAKEN, REFUSED)).isEmpty();
  }

  @Test
  void captures_and_refunds_are_done_or_not() {
    for (var kind : List.of(OperationKind.CAPTURE, OperationKind.REFUND, OperationKind.VOID)) {
      var there = Kind.valueOf(kind.name());
      assertThat(compared(followUp(kind, Outcome.APPROVAL), entry(there, Effect.DONE))).isEmpty();
      assertThat(compared(followUp(kind, Outcome.APPROVAL), entry(there, Effect.REFUSED)))
          .containsExactly(STATUS);
      assertThat(compared(followUp(kind, Outcome.REJECTION), entry(there, Effect.DONE)))
          .containsExactly(STATUS);
      assertThat(compared(open(kind), entry(there, Effect.DONE))).containsExactly(MISSING_HERE);
    }
  }

  @Test
  void a_refund_that_was_undone_differs() {
    assertThat(
            compared(
                followUp(OperationKind.REFUND, Outcome.APPROVAL),
                entry(Kind.REFUND, Effect.DONE),
                ANNULLED))
        .containsExactly(STATUS);
  }

  @Test
  void letting_go_of_what_is_gone_agrees() {
    var release = followUp(OperationKind.RELEASE, Outcome.APPROVAL);
    assertThat(compared(release, entry(Kind.RELEASE, Effect.REFUSED))).isEmpty();
    assertThat(compared(release, entry(Kind.RELEASE, Effect.DONE, Money.of(1, "EUR")))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"VOID", "RELEASE"})
  void what_was_undone_after_all_matters_to_who_still_counts_on_it(OperationKind kind) {
    var undone = entry(kind == OperationKind.VOID ? Kind.VOID : Kind.RELEASE, Effect.DONE);
    var given = followUp(kind, Outcome.REJECTION);
    assertThat(compared(given, undone)).containsExactly(STATUS);
    var over =
        new AskedOperation(
            given.operation(), given.gateway(), given.captures(), false, given.conclusion());
    assertThat(compared(over, undone)).isEmpty();
  }

  @Test
  void a_verified_card_holds_nothing_whatever_we_made_of_it() {
    var verified = entry(Kind.VERIFICATION, Effect.HELD, AMOUNT_ASKED);
    var refused = entry(Kind.VERIFICATION, Effect.REFUSED, AMOUNT_ASKED);
    assertThat(compared(followUp(OperationKind.SAVE_CARD, Outcome.APPROVAL), verified)).isEmpty();
    assertThat(compared(followUp(OperationKind.SAVE_CARD, Outcome.REJECTION), verified)).isEmpty();
    assertThat(compared(followUp(OperationKind.SAVE_CARD, Outcome.APPROVAL), refused)).isEmpty();
    assertThat(compared(open(OperationKind.SAVE_CARD), verified)).containsExactly(MISSING_HERE);
  }

  @Test
  void what_this_version_does_not_know_is_taken_for_the_operation_itself() {
    assertThat(compared(sale(Outcome.APPROVAL), entry(Kind.OTHER, Effect.DONE))).isEmpty();
    assertThat(compared(sale(Outcome.DECLINE), entry(Kind.OTHER, Effect.DONE)))
        .containsExactly(STATUS);
  }
}
