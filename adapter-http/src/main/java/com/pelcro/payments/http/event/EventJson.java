package com.pelcro.payments.http.event;

import com.pelcro.payments.application.event.Snapshot;
import com.pelcro.payments.application.event.Snapshots;
import com.pelcro.payments.domain.customer.Customer;
import com.pelcro.payments.domain.event.PaymentEvent;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.http.charge.ChargeJson;
import com.pelcro.payments.http.customer.CustomerJson;
import com.pelcro.payments.http.json.Json;
import com.pelcro.payments.http.paymentmethod.PaymentMethodJson;
import com.pelcro.payments.http.reconciliation.DifferenceJson;
import com.pelcro.payments.http.refund.RefundJson;
import com.pelcro.payments.http.site.IntegrationJson;
import com.pelcro.payments.http.subscription.RenewalJson;
import com.pelcro.payments.http.subscription.SubscriptionJson;
import jakarta.inject.Inject;
import java.time.InstantSource;

/// Draws an event's object with the same records that a `GET` of it does.
public final class EventJson implements Snapshots {

  private final InstantSource clock;

  @Inject
  public EventJson(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Snapshot of(PaymentEvent event) {
    return switch (event) {
      case PaymentEvent.IntegrationUpdated(var integration) ->
          new Snapshot(
              "integration",
              integration.gateway().value(),
              Json.write(IntegrationJson.of(integration)));
      case PaymentEvent.CustomerAdded(var customer) -> customer(customer);
      case PaymentEvent.CustomerChanged(var customer) -> customer(customer);
      case PaymentEvent.CustomerRemoved(var customer) -> customer(customer);
      case PaymentEvent.PaymentMethodSaved(var method) -> method(method);
      case PaymentEvent.PaymentMethodUpdated(var method) -> method(method);
      case PaymentEvent.PaymentMethodDetached(var method) -> method(method);
      case PaymentEvent.ChargeMoved(var charge) ->
          new Snapshot("charge", charge.id().value(), Json.write(ChargeJson.of(charge)));
      case PaymentEvent.ChargeNeedsAttention(var charge) ->
          new Snapshot("charge", charge.id().value(), Json.write(ChargeJson.of(charge)));
      case PaymentEvent.ChargeRecovered(var charge, var outcome) ->
          new Snapshot(
              "charge",
              charge.id().value(),
              Json.write(new RecoveredChargeJson(ChargeJson.of(charge), outcome.code())));
      case PaymentEvent.LedgersDiffer(var difference) ->
          new Snapshot(
              "difference", difference.id().value(), Json.write(DifferenceJson.of(difference)));
      case PaymentEvent.CardTestingSuspected(var suspicion) ->
          new Snapshot(
              "card_testing", suspicion.site().value(), Json.write(SuspicionJson.of(suspicion)));
      case PaymentEvent.RefundMoved(var refund) ->
          new Snapshot("refund", refund.id().value(), Json.write(RefundJson.of(refund)));
      case PaymentEvent.SubscriptionChanged(var subscription, _) ->
          new Snapshot(
              "subscription",
              subscription.id().value(),
              Json.write(SubscriptionJson.of(subscription)));
      case PaymentEvent.RenewalChanged(var renewal, _) ->
          new Snapshot("renewal", renewal.id().value(), Json.write(RenewalJson.of(renewal)));
    };
  }

  private static Snapshot customer(Customer customer) {
    return new Snapshot("customer", customer.id().value(), Json.write(CustomerJson.of(customer)));
  }

  private Snapshot method(PaymentMethod method) {
    return new Snapshot(
        "payment_method",
        method.id().value(),
        Json.write(PaymentMethodJson.of(method, clock.instant())));
  }
}
