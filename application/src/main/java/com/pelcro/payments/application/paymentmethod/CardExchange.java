package com.pelcro.payments.application.paymentmethod;

import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.customer.Customers;
import com.pelcro.payments.application.gateway.Gateways;
import com.pelcro.payments.application.idempotency.Intent;
import com.pelcro.payments.application.paymentmethod.SavePaymentMethod.Preference;
import com.pelcro.payments.domain.customer.Customer;
import com.pelcro.payments.domain.gateway.CardOwner;
import com.pelcro.payments.domain.gateway.SaveCard;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Active;
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

  public Result<PaymentMethod> send(
      Intent intent, Customer owner, TakenCard card, Operation operation, Preference preference) {
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
    var resolved =
        transactions.commit(
            () -> resolution.apply(intent, card.method(), operation, heard, preference));
    return resolved.then(method -> shown(method, card));
  }

  /// The vault has a default of its own, which nothing of ours is charged by: it is kept alike for
  /// people who look there.
  private Result<PaymentMethod> shown(PaymentMethod method, TakenCard card) {
    if (method.isDefault() && method.state() instanceof Active(var token)) {
      var _ = gateways.get(method.gateway()).vault().makeDefault(card.integration(), token);
    }
    return new Done<>(method);
  }
}
