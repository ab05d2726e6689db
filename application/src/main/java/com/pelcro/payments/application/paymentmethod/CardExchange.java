package com.pelcro.payments.application.paymentmethod;

import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.customer.Customers;
import com.pelcro.payments.application.gateway.Gateways;
import com.pelcro.payments.domain.customer.Customer;
import com.pelcro.payments.domain.gateway.CardOwner;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.SaveCard;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.operation.Proof;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Active;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Detached;
import com.pelcro.payments.domain.site.Integration;
import jakarta.inject.Inject;

/// Sends a card that was recorded to the vault, and resolves it by the answer: a stored card's only
/// way there, but for the payment that stores one.
public final class CardExchange {

  private final Transactions transactions;
  private final Gateways gateways;
  private final Customers customers;
  private final CardResolution resolution;

  @Inject
  public CardExchange(
      Transactions transactions,
      Gateways gateways,
      Customers customers,
      CardResolution resolution) {
    this.transactions = transactions;
    this.gateways = gateways;
    this.customers = customers;
    this.resolution = resolution;
  }

  /// Writes down that the card is about to be sent. Part of a transaction.
  Operation record(TakenCard card) {
    return resolution.record(card);
  }

  Result<PaymentMethod> send(Customer owner, TakenCard card, Operation operation) {
    var integration = card.integration();
    var known = customers.inVault(owner.site(), owner.id(), integration.gateway()).orElse(null);
    var request =
        new SaveCard(
            integration,
            operation.references(),
            integration.currency(),
            card.fresh(),
            new CardOwner(owner, known));
    var heard = gateways.get(integration.gateway()).vault().save(request);
    return resolve(card.method(), operation, integration, heard, Proof.ANSWER);
  }

  /// Resolves a card by what was heard of it, at once or later.
  public Result<PaymentMethod> resolve(
      PaymentMethod method,
      Operation operation,
      Integration integration,
      Witnessed<GatewayAnswer> heard,
      Proof proof) {
    return transactions
        .commit(() -> resolution.apply(method, operation, heard, proof))
        .then(resolved -> shown(resolved, integration, heard.answer()));
  }

  /// The vault has a default of its own, which nothing of ours is charged by: it is kept alike for
  /// people who look there. A card whose owner is gone by now does not stay in the vault.
  private Result<PaymentMethod> shown(
      PaymentMethod method, Integration integration, GatewayAnswer heard) {
    var vault = gateways.get(method.gateway()).vault();
    if (method.isDefault() && method.state() instanceof Active(var token)) {
      var _ = vault.makeDefault(integration, token);
    }
    if (method.state() instanceof Detached
        && heard instanceof Approval(_, var card)
        && card != null) {
      var _ = vault.remove(integration, card.token());
    }
    return new Done<>(method);
  }
}
