package com.pelcro.payments.application.recovery;

import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.operation.Journal;
import com.pelcro.payments.application.operation.Operations;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.gateway.FollowUp;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NoAnswer;
import com.pelcro.payments.domain.gateway.GatewayReference;
import com.pelcro.payments.domain.gateway.Target;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.operation.Actor;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.Proof;
import jakarta.inject.Inject;

/// Gives back what took effect after it was closed, and has settled since: by a refund of its own,
/// written down before it is asked like everything else.
final class OrphanReturn {

  private final Transactions transactions;
  private final Operations operations;
  private final Journal journal;
  private final Alarm alarm;

  @Inject
  OrphanReturn(Transactions transactions, Operations operations, Journal journal, Alarm alarm) {
    this.transactions = transactions;
    this.operations = operations;
    this.journal = journal;
    this.alarm = alarm;
  }

  void giveBack(Lost orphan, GatewayReference reference) {
    orphan.subject().money().ifPresent(charge -> giveBack(charge, orphan, reference));
  }

  private void giveBack(Charge charge, Lost orphan, GatewayReference reference) {
    var taken = orphan.operation();
    var refund =
        transactions.commit(
            () ->
                journal.asked(
                    charge.site(),
                    OperationKind.REFUND,
                    charge.id(),
                    taken.amount(),
                    Actor.RECOVERY));
    var followUp =
        new FollowUp(
            orphan.integration(), refund.references(), target(taken, reference), refund.amount());
    var heard = orphan.payments().refund(followUp);
    var asked = new Lost(refund, orphan.subject(), orphan.integration(), orphan.gateway());
    resolve(asked, heard, Proof.ANSWER);
  }

  private static Target target(Operation taken, GatewayReference reference) {
    return taken.kind() == OperationKind.CAPTURE
        ? new Target.Capture(reference.transactionId())
        : new Target.Payment(reference.transactionId());
  }

  void resolve(Lost refund, Witnessed<GatewayAnswer> heard, Proof proof) {
    var _ =
        transactions.commit(
            () -> {
              var _ = journal.heard(refund.operation(), heard, proof);
              return proof;
            });
    switch (heard.answer()) {
      case NoAnswer _ -> {}
      case Approval _ -> alarm.returned(refund.subject());
      default -> alarm.raise(refund.subject());
    }
  }

  /// A card that was given up does not stay in the vault.
  void forgetCard(Lost orphan, GatewayAnswer outcome) {
    if (outcome instanceof Approval(_, var card) && card != null) {
      var _ = orphan.gateway().vault().remove(orphan.integration(), card.token());
    }
    operations.lookAgain(orphan.operation(), null);
  }
}
