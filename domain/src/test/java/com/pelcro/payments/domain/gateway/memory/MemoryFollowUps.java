package com.pelcro.payments.domain.gateway.memory;

import com.pelcro.payments.domain.gateway.Failure;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.FollowUp;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Rejection;
import com.pelcro.payments.domain.gateway.Target;
import com.pelcro.payments.domain.gateway.memory.Books.Deed;
import com.pelcro.payments.domain.gateway.memory.Movement.Kind;
import com.pelcro.payments.domain.operation.OperationKind;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// Captures, voids, releases and refunds, as strict as a gateway is and no stricter: it adds up no
/// refunds.
final class MemoryFollowUps {

  private final Books books;
  private final Script script;

  MemoryFollowUps(Books books, Script script) {
    this.books = books;
    this.script = script;
  }

  GatewayAnswer capture(FollowUp followUp) {
    return ask(OperationKind.CAPTURE, followUp, () -> onPayment(followUp, this::capture));
  }

  GatewayAnswer undo(FollowUp followUp) {
    return ask(OperationKind.VOID, followUp, () -> onTaking(followUp, this::undo));
  }

  GatewayAnswer release(FollowUp followUp) {
    return ask(OperationKind.RELEASE, followUp, () -> onPayment(followUp, this::release));
  }

  GatewayAnswer refund(FollowUp followUp) {
    return ask(OperationKind.REFUND, followUp, () -> onTaking(followUp, this::refund));
  }

  private GatewayAnswer ask(OperationKind kind, FollowUp followUp, Supplier<Deed> deed) {
    return books.once(
        kind,
        followUp.references(),
        followUp.amount(),
        () -> script.no(books.reference()).map(Deed::none).orElseGet(deed));
  }

  private Deed onPayment(FollowUp asked, BiFunction<FollowUp, Payment, Deed> step) {
    return books
        .payment(asked.target().transactionId())
        .map(payment -> step.apply(asked, payment))
        .orElseGet(() -> no(FailureCode.GATEWAY_REJECTED, "no such payment"));
  }

  private Deed onTaking(FollowUp asked, BiFunction<FollowUp, Taking, Deed> step) {
    return taking(asked.target())
        .map(taking -> step.apply(asked, taking))
        .orElseGet(() -> no(FailureCode.GATEWAY_REJECTED, "no such capture"));
  }

  private Deed capture(FollowUp asked, Payment payment) {
    if (payment.taking != null || payment.held.isZero() || !payment.held.covers(asked.amount())) {
      return no(FailureCode.GATEWAY_REJECTED, "this much is not held");
    }
    var taking = payment.take(asked.amount());
    return done(Kind.CAPTURE, asked, taking, taking::undo);
  }

  private Deed undo(FollowUp asked, Taking taking) {
    if (taking.undone) {
      return no(FailureCode.ALREADY_UNDONE, "undone before");
    }
    if (taking.settled) {
      return no(FailureCode.NOT_VOIDABLE, "settled");
    }
    taking.undo();
    return done(Kind.VOID, asked, taking, () -> {});
  }

  private Deed release(FollowUp asked, Payment payment) {
    if (payment.taking != null && !payment.taking.undone) {
      return no(FailureCode.NOT_VOIDABLE, "captured");
    }
    if (payment.held.isZero()) {
      return Deed.none(new Approval(books.reference(), null));
    }
    if (!payment.held.equals(asked.amount())) {
      return no(FailureCode.GATEWAY_REJECTED, "another amount is held");
    }
    payment.letGo();
    books.moved(Kind.REVERSAL, asked.amount(), asked.references());
    return Deed.none(new Approval(books.reference(), null));
  }

  private Deed refund(FollowUp asked, Taking taking) {
    if (taking.undone) {
      return no(FailureCode.ALREADY_UNDONE, "the capture was undone");
    }
    taking.returned = taking.returned.plus(asked.amount());
    return done(
        Kind.REFUND, asked, taking, () -> taking.returned = taking.returned.minus(asked.amount()));
  }

  /// A sale is its own capture; a capture asked for on its own goes by its own id alone.
  private Optional<Taking> taking(Target target) {
    return switch (target) {
      case Target.Payment(var id) -> books.capture(id).filter(taking -> taking.payment.captures);
      case Target.Capture(var id) -> books.capture(id).filter(taking -> !taking.payment.captures);
    };
  }

  private Deed done(Kind kind, FollowUp asked, Taking taking, Runnable undo) {
    var reference = books.reference();
    if (kind == Kind.CAPTURE) {
      books.open(reference.transactionId(), taking);
    }
    books.moved(kind, asked.amount(), asked.references());
    return new Deed(new Approval(reference, null), undo);
  }

  private static Deed no(FailureCode code, String why) {
    return Deed.none(new Rejection(new Failure(code, why)));
  }
}
