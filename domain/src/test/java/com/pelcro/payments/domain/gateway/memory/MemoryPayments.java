package com.pelcro.payments.domain.gateway.memory;

import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.decline.DeclineReason;
import com.pelcro.payments.domain.gateway.Failure;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Decline;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Hold;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Rejection;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Review;
import com.pelcro.payments.domain.gateway.GatewayReference;
import com.pelcro.payments.domain.gateway.Instruction;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.domain.gateway.PaymentSource;
import com.pelcro.payments.domain.gateway.ReviewVerdict;
import com.pelcro.payments.domain.gateway.VaultedCard;
import com.pelcro.payments.domain.gateway.memory.Books.Deed;
import com.pelcro.payments.domain.gateway.memory.Movement.Kind;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.References;
import org.jspecify.annotations.Nullable;

/// Asks the issuer, who approves all that no script says otherwise about.
final class MemoryPayments {

  private final Books books;
  private final Script script;
  private final CardFile cards;

  MemoryPayments(Books books, Script script, CardFile cards) {
    this.books = books;
    this.script = script;
    this.cards = cards;
  }

  GatewayAnswer pay(Instruction instruction, boolean captures) {
    return books.once(
        OperationKind.CHARGE,
        instruction.references(),
        instruction.amount(),
        () ->
            cards.isGood(instruction.source())
                ? judged(instruction, captures)
                : Deed.none(unusable(instruction.source())));
  }

  private Deed judged(Instruction instruction, boolean captures) {
    var asked = instruction.amount();
    return switch (script.poll()) {
      case null -> approved(instruction, captures);
      case Outcome.Declined(var code) ->
          Deed.none(new Decline(DeclineReason.of(code), books.reference()));
      case Outcome.PartlyApproved(var held) ->
          held(instruction, held, captures, DeclineCode.PARTIAL_APPROVAL);
      case Outcome.HeldAgainstRule(var code) -> held(instruction, asked, captures, code);
      case Outcome.SentToReview _ -> reviewed(instruction, captures);
      case Outcome.FoundWrong _ -> Deed.none(Script.wrong());
    };
  }

  private Deed approved(Instruction instruction, boolean captures) {
    var reference = books.reference();
    var payment = hold(reference, instruction.references(), instruction.amount(), captures);
    if (captures) {
      take(reference, payment);
    }
    books.moved(
        captures ? Kind.SALE : Kind.AUTHORIZATION, instruction.amount(), instruction.references());
    return new Deed(new Approval(reference, stored(instruction.source())), () -> unmake(payment));
  }

  private Deed held(Instruction instruction, Money held, boolean captures, DeclineCode why) {
    var reference = books.reference();
    var payment = hold(reference, instruction.references(), held, captures);
    cards.spend(instruction.source());
    books.moved(Kind.AUTHORIZATION, held, instruction.references());
    return new Deed(new Hold(reference, held, DeclineReason.of(why)), () -> unmake(payment));
  }

  private Deed reviewed(Instruction instruction, boolean captures) {
    var reference = books.reference();
    var payment = hold(reference, instruction.references(), instruction.amount(), captures);
    cards.spend(instruction.source());
    books.moved(Kind.AUTHORIZATION, instruction.amount(), instruction.references());
    return new Deed(new Review(reference), () -> unmake(payment));
  }

  private Payment hold(
      GatewayReference reference, References references, Money amount, boolean captures) {
    var payment = new Payment(references, amount, captures);
    books.open(reference.transactionId(), payment);
    return payment;
  }

  private void take(GatewayReference reference, Payment payment) {
    books.open(reference.transactionId(), payment.take(payment.authorized));
  }

  /// Undoing by reference takes a sale back, and lets go of what is held.
  private void unmake(Payment payment) {
    var taking = payment.taking;
    if (taking != null) {
      taking.undo();
      books.moved(Kind.VOID, taking.amount, payment.references);
    }
    books.moved(Kind.REVERSAL, payment.held, payment.references);
    payment.letGo();
  }

  /// An accepted sale is captured only now; a rejected payment keeps its hold.
  void decide(References references, ReviewVerdict verdict) {
    var payment = books.payment(references).orElseThrow();
    var reference = books.reference(payment);
    books.decide(
        references,
        switch (verdict) {
          case REJECT ->
              new Hold(reference, payment.held, DeclineReason.of(DeclineCode.FRAUD_SUSPECTED));
          case ACCEPT -> {
            if (payment.captures) {
              take(reference, payment);
              books.moved(Kind.CAPTURE, payment.authorized, references);
            }
            yield new Approval(reference, null);
          }
        });
  }

  private @Nullable VaultedCard stored(PaymentSource source) {
    return switch (source) {
      case PaymentSource.Stored _ -> null;
      case PaymentSource.Once(var card) -> {
        cards.spend(card);
        yield null;
      }
      case PaymentSource.ToKeep(var card, var owner) -> cards.store(card, owner);
    };
  }

  private static Rejection unusable(PaymentSource source) {
    var code =
        source instanceof PaymentSource.Stored
            ? FailureCode.GATEWAY_REJECTED
            : FailureCode.TOKEN_UNUSABLE;
    return new Rejection(new Failure(code, "there is no such card, or it was used before"));
  }
}
