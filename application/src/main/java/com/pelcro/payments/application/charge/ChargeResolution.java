package com.pelcro.payments.application.charge;

import com.pelcro.payments.application.event.EventLog;
import com.pelcro.payments.application.operation.Journal;
import com.pelcro.payments.application.paymentmethod.CardSettlement;
import com.pelcro.payments.application.paymentmethod.PaymentMethods;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeState.Authorized;
import com.pelcro.payments.domain.charge.ChargeState.Captured;
import com.pelcro.payments.domain.charge.ChargeState.Capturing;
import com.pelcro.payments.domain.charge.ChargeState.Declined;
import com.pelcro.payments.domain.charge.ChargeState.Failed;
import com.pelcro.payments.domain.charge.ChargeState.InReview;
import com.pelcro.payments.domain.charge.ChargeState.Pending;
import com.pelcro.payments.domain.charge.ChargeState.Releasing;
import com.pelcro.payments.domain.charge.ChargeState.Voided;
import com.pelcro.payments.domain.charge.ChargeState.Voiding;
import com.pelcro.payments.domain.event.PaymentEvent.ChargeMoved;
import com.pelcro.payments.domain.event.PaymentEvent.ChargeRecovered;
import com.pelcro.payments.domain.event.Recovery;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Decline;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Hold;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NoAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NotSent;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Rejection;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Review;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.Actor;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.Proof;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Active;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Detached;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Unusable;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Verifying;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;

/// Applies what was heard of an operation to its charge, to the card it was paid with and to the
/// feed. Part of a transaction; the one place where an answer becomes a state, whoever brings it.
public final class ChargeResolution {

  /// The charge as it stands now, and what has to be asked next, recorded already.
  public record Resolved(Charge charge, Optional<Operation> next) {}

  private final Charges charges;
  private final Journal journal;
  private final PaymentMethods methods;
  private final CardSettlement cards;
  private final Collected collected;
  private final EventLog events;
  private final InstantSource clock;

  @Inject
  public ChargeResolution(
      Charges charges,
      Journal journal,
      PaymentMethods methods,
      CardSettlement cards,
      Collected collected,
      EventLog events,
      InstantSource clock) {
    this.charges = charges;
    this.journal = journal;
    this.methods = methods;
    this.cards = cards;
    this.collected = collected;
    this.events = events;
    this.clock = clock;
  }

  /// An answer to something that is no longer awaited is written down and changes nothing.
  public Resolved apply(
      Charge asked, Operation operation, Witnessed<GatewayAnswer> heard, Proof proof) {
    var charge = charges.lock(asked.site(), asked.id()).orElseThrow();
    var wasOpen = journal.heard(operation, heard, proof);
    return isAwaited(charge, operation, wasOpen) && !(heard.answer() instanceof NoAnswer)
        ? moved(charge, operation, heard.answer(), proof)
        : new Resolved(charge, Optional.empty());
  }

  /// Ends a charge as it was asked to, by a void or a release that turned up after it was called
  /// absent. Nothing is asked for it again: the gateway would only say that there is nothing left
  /// to undo.
  public Resolved undone(Charge charge, Operation late, Witnessed<GatewayAnswer> found) {
    journal.reopen(late);
    charges.update(charge.voiding(clock.instant()));
    return apply(charge, late, found, Proof.FOUND);
  }

  /// Two operations of one kind may follow each other: what concluded the first must not answer the
  /// second. A review is answered before it is over.
  private static boolean isAwaited(Charge charge, Operation operation, boolean wasOpen) {
    return switch (charge.state()) {
      case InReview _ -> operation.kind() == OperationKind.CHARGE;
      case Pending _, Capturing _, Voiding _, Releasing _ ->
          wasOpen && charge.pendingOperation().filter(operation.kind()::equals).isPresent();
      case Authorized _, Captured _, Voided _, Declined _, Failed _ -> false;
    };
  }

  private Resolved moved(Charge before, Operation operation, GatewayAnswer answer, Proof proof) {
    var now = clock.instant();
    var resolved = before.resolve(answer, now).attendedTo(now);
    var after = operation.kind() == OperationKind.CHARGE ? withCard(resolved, answer) : resolved;
    charges.update(after);
    if (!after.state().equals(before.state())) {
      events.append(new ChargeMoved(after));
      recovery(proof).ifPresent(how -> events.append(new ChargeRecovered(after, how)));
      collected.resolved(after);
    }
    return new Resolved(after, next(before, after, operation.askedBy()));
  }

  private static Optional<Recovery> recovery(Proof proof) {
    return switch (proof) {
      case ANSWER -> Optional.empty();
      case FOUND -> Optional.of(Recovery.FOUND);
      case ANNULLED -> Optional.of(Recovery.ANNULLED);
      case ABSENT -> Optional.of(Recovery.ABSENT);
      case OPERATOR -> Optional.of(Recovery.DECIDED);
    };
  }

  /// Most cards are on file already and learn of an approval and nothing else, which takes one
  /// statement and no lock on their owner.
  private Charge withCard(Charge charge, GatewayAnswer answer) {
    return answer instanceof Approval(var reference, _)
            && reference.networkTransactionId() != null
            && methods.remember(
                charge.site(), charge.method(), reference.networkTransactionId(), charge.amount())
        ? charge
        : withLockedCard(charge, answer);
  }

  private Charge withLockedCard(Charge charge, GatewayAnswer answer) {
    var method = cards.lock(charge.site(), charge.method()).orElseThrow();
    return switch (method.state()) {
      case Verifying _ -> settle(charge, method, answer);
      case Active _, Unusable _, Detached _ -> remember(charge, method, answer);
    };
  }

  private Charge settle(Charge charge, PaymentMethod taken, GatewayAnswer answer) {
    return switch (answer) {
      case Approval(_, var card) when card != null -> {
        cards.approved(taken);
        yield remember(charge.paidWith(cards.keep(taken, card).id()), answer);
      }
      case Approval _ -> {
        cards.approved(taken);
        yield dropped(charge, taken);
      }
      case Hold _ -> {
        cards.declined(taken);
        yield dropped(charge, taken);
      }
      case Decline _ -> {
        cards.declined(taken);
        cards.dropAndFree(taken);
        yield charge;
      }
      case Rejection _, NotSent _ -> {
        cards.dropAndFree(taken);
        yield charge;
      }
      case Review _, NoAnswer _ -> charge;
    };
  }

  private Charge dropped(Charge charge, PaymentMethod taken) {
    var _ = cards.drop(taken);
    return charge;
  }

  private Charge remember(Charge charge, GatewayAnswer answer) {
    return remember(charge, methods.lock(charge.site(), charge.method()).orElseThrow(), answer);
  }

  /// The card networks want to hear of this approval when the card is charged again.
  private Charge remember(Charge charge, PaymentMethod method, GatewayAnswer answer) {
    if (answer instanceof Approval(var reference, _)) {
      var lineage = method.lineage().after(reference.networkTransactionId(), charge.amount());
      if (!lineage.equals(method.lineage())) {
        methods.update(method.with(lineage));
      }
    }
    return charge;
  }

  /// What this answer led to, unless it led nowhere: that is tried again later, under new
  /// references.
  private Optional<Operation> next(Charge before, Charge after, Actor by) {
    if (after.state().equals(before.state())) {
      return Optional.empty();
    }
    return after.pendingOperation().map(kind -> record(after, kind, by));
  }

  /// Stores a charge that was moved to its next step, and records the operation that step calls
  /// for.
  public Operation advance(Charge charge, Actor by) {
    charges.update(charge);
    events.append(new ChargeMoved(charge));
    return record(charge, charge.pendingOperation().orElseThrow(), by);
  }

  /// Asks for a charge that was just added: one that collects a renewal under the references of
  /// that attempt, which exist once.
  Operation ask(Charge charge, Actor by) {
    var attempt = charge.renewal();
    return attempt == null
        ? record(charge, OperationKind.CHARGE, by)
        : journal.asked(
            new Operation(
                attempt.operation(),
                charge.site(),
                OperationKind.CHARGE,
                charge.id(),
                charge.amount(),
                clock.instant(),
                by));
  }

  /// Records an operation that a charge's state calls for.
  public Operation record(Charge charge, OperationKind kind, Actor by) {
    return journal.asked(charge.site(), kind, charge.id(), amount(charge), by);
  }

  private static Money amount(Charge charge) {
    return switch (charge.state()) {
      case Releasing(_, var held, _) -> held;
      case Capturing(_, var asked) -> asked;
      case Voiding(Captured(_, _, var taken)) -> taken;
      case Pending _,
          InReview _,
          Voiding _,
          Authorized _,
          Captured _,
          Voided _,
          Declined _,
          Failed _ ->
          charge.amount();
    };
  }
}
