package com.pelcro.payments.application.event;

import com.pelcro.payments.domain.event.PaymentEvent;

/// Draws no more of an event's object than its id.
public final class PlainSnapshots implements Snapshots {

  @Override
  public Snapshot of(PaymentEvent event) {
    return switch (event) {
      case PaymentEvent.IntegrationUpdated(var integration) ->
          snapshot("integration", integration.gateway().value());
      case PaymentEvent.CustomerAdded(var customer) -> snapshot("customer", customer.id().value());
      case PaymentEvent.CustomerChanged(var customer) ->
          snapshot("customer", customer.id().value());
      case PaymentEvent.CustomerRemoved(var customer) ->
          snapshot("customer", customer.id().value());
      case PaymentEvent.PaymentMethodSaved(var method) ->
          snapshot("payment_method", method.id().value());
      case PaymentEvent.PaymentMethodUpdated(var method) ->
          snapshot("payment_method", method.id().value());
      case PaymentEvent.PaymentMethodDetached(var method) ->
          snapshot("payment_method", method.id().value());
      case PaymentEvent.ChargeMoved(var charge) -> snapshot("charge", charge.id().value());
      case PaymentEvent.ChargeNeedsAttention(var charge) -> snapshot("charge", charge.id().value());
      case PaymentEvent.ChargeRecovered(var charge, _) -> snapshot("charge", charge.id().value());
      case PaymentEvent.LedgersDiffer(var difference) ->
          snapshot("difference", difference.id().value());
      case PaymentEvent.CardTestingSuspected(var suspicion) ->
          snapshot("card_testing", suspicion.site().value());
      case PaymentEvent.SubscriptionChanged(var subscription, _) ->
          snapshot("subscription", subscription.id().value());
      case PaymentEvent.RenewalChanged(var renewal, _) -> snapshot("renewal", renewal.id().value());
      case PaymentEvent.RefundMoved(var refund) -> snapshot("refund", refund.id().value());
    };
  }

  private static Snapshot snapshot(String type, String id) {
    return new Snapshot(type, id, "{\"id\":\"" + id + "\"}");
  }
}
