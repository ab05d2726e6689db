package com.pelcro.payments.application.recovery;

import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.charge.ChargeExchange;
import com.pelcro.payments.application.charge.Charges;
import com.pelcro.payments.application.operation.Journal;
import com.pelcro.payments.application.operation.Operations;
import com.pelcro.payments.application.operation.Step;
import com.pelcro.payments.application.refund.RefundExchange;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeState.Releasing;
import com.pelcro.payments.domain.operation.Actor;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.operation.OperationKind;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Asks for the release of a hold again, under new references, when the last time came to nothing.
/// That moves no money, and what is gone already is answered as gone.
final class ReleaseAgain {

  private final Transactions transactions;
  private final Charges charges;
  private final Operations operations;
  private final Journal journal;
  private final ChargeExchange chargeExchange;
  private final RefundExchange refundExchange;

  @Inject
  ReleaseAgain(
      Transactions transactions,
      Charges charges,
      Operations operations,
      Journal journal,
      ChargeExchange chargeExchange,
      RefundExchange refundExchange) {
    this.transactions = transactions;
    this.charges = charges;
    this.operations = operations;
    this.journal = journal;
    this.chargeExchange = chargeExchange;
    this.refundExchange = refundExchange;
  }

  /// When it was asked for so far, oldest first.
  List<Instant> asked(Lost lost) {
    return operations.steps(lost.operation().site(), lost.operation().subject()).stream()
        .filter(step -> step.kind() == OperationKind.RELEASE)
        .filter(step -> step.happening() == Step.Happening.ASKED)
        .map(Step::at)
        .toList();
  }

  void ask(Lost lost) {
    switch (lost.subject()) {
      case Subject.OfCharge(var charge) ->
          recorded(lost, charge)
              .ifPresent(
                  next -> {
                    var _ = chargeExchange.follow(charge, next, lost.integration());
                  });
      case Subject.OfRefund(var charge, var refund) ->
          recorded(lost, charge)
              .ifPresent(
                  next -> {
                    var _ = refundExchange.send(charge, refund, next, lost.integration());
                  });
      case Subject.OfCard _ -> {}
    }
  }

  private Optional<Operation> recorded(Lost lost, Charge seen) {
    return transactions.commit(
        () -> {
          var charge = charges.lock(seen.site(), seen.id()).orElseThrow();
          operations.lookAgain(lost.operation(), null);
          return isWanted(lost, charge) ? Optional.of(record(lost)) : Optional.empty();
        });
  }

  /// Not if somebody asks right now.
  boolean isWanted(Lost lost, Charge charge) {
    var wanted =
        !(lost.subject() instanceof Subject.OfCharge) || charge.state() instanceof Releasing;
    return wanted
        && operations.open(charge.site(), lost.operation().subject()).stream()
            .noneMatch(open -> open.kind() == OperationKind.RELEASE);
  }

  private Operation record(Lost lost) {
    var before = lost.operation();
    return journal.asked(
        before.site(), OperationKind.RELEASE, before.subject(), before.amount(), Actor.RECOVERY);
  }
}
