package com.pelcro.payments.application.paymentmethod;

import com.pelcro.payments.application.Once;
import com.pelcro.payments.application.Once.Created;
import com.pelcro.payments.application.Once.Repeated;
import com.pelcro.payments.application.Refusal.KeyReused;
import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Refusal.PaymentMethodUnusable;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.customer.Customers;
import com.pelcro.payments.application.idempotency.Claim.Clash;
import com.pelcro.payments.application.idempotency.Claim.Fresh;
import com.pelcro.payments.application.idempotency.Claim.Repeat;
import com.pelcro.payments.application.idempotency.IdempotencyClaims;
import com.pelcro.payments.application.idempotency.Intent;
import com.pelcro.payments.domain.customer.Customer;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Unusable;
import jakarta.inject.Inject;

/// Stores a card for a customer, verified by an authorization over nothing, once however often it
/// is asked for.
public final class SavePaymentMethod {

  public record Request(
      Intent intent, CustomerId customer, CardOffer card, Preference preference) {}

  /// Whether the card becomes the one that is charged unless another is named.
  public enum Preference {
    DEFAULT,
    AS_IT_COMES
  }

  private sealed interface Opening {
    record Begun(Customer owner, TakenCard card, Operation operation) implements Opening {}

    record Known(PaymentMethod method) implements Opening {}
  }

  private final Transactions transactions;
  private final IdempotencyClaims claims;
  private final Customers customers;
  private final PaymentMethods methods;
  private final CardIntake intake;
  private final CardExchange exchange;

  @Inject
  public SavePaymentMethod(
      Transactions transactions,
      IdempotencyClaims claims,
      Customers customers,
      PaymentMethods methods,
      CardIntake intake,
      CardExchange exchange) {
    this.transactions = transactions;
    this.claims = claims;
    this.customers = customers;
    this.methods = methods;
    this.intake = intake;
    this.exchange = exchange;
  }

  /// A card whose verification got no answer is `Verifying` until recovery finds out.
  public Result<Once<PaymentMethod>> save(Request request) {
    return switch (transactions.inTransaction(() -> open(request))) {
      case Refused(var refusal) -> new Refused<>(refusal);
      case Done(Opening.Known(var method)) -> usable(method).map(Repeated::new);
      case Done(Opening.Begun(var owner, var card, var operation)) ->
          exchange.send(owner, card, operation).map(Created::new);
    };
  }

  private Result<Opening> open(Request request) {
    var intent = request.intent();
    var id = PaymentMethodId.next();
    return switch (claims.claim(intent, id)) {
      case Fresh _ -> begin(request, id);
      case Repeat(PaymentMethodId earlier) ->
          Result.found(methods.find(intent.site(), earlier), () -> new NotFound("payment method"))
              .map(Opening.Known::new);
      case Repeat _, Clash _ -> new Refused<>(new KeyReused(intent.key()));
    };
  }

  private Result<Opening> begin(Request request, PaymentMethodId id) {
    var site = request.intent().site();
    return Result.found(customers.find(site, request.customer()), () -> new NotFound("customer"))
        .then(
            owner ->
                intake
                    .take(site, owner.id(), id, request.card(), request.preference())
                    .map(card -> begun(owner, card)));
  }

  private Opening begun(Customer owner, TakenCard card) {
    return new Opening.Begun(owner, card, exchange.record(card));
  }

  private static Result<PaymentMethod> usable(PaymentMethod method) {
    return method.state() instanceof Unusable(var reason)
        ? new Refused<>(
            new PaymentMethodUnusable(method.id(), "its issuer declined the card", reason))
        : new Done<>(method);
  }
}
