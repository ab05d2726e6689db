package com.pelcro.payments.application.site;

import com.pelcro.payments.application.InMemoryDatabase;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.subscription.Subscription;
import java.util.Optional;
import java.util.function.Predicate;

/// Live subscriptions in memory.
public final class InMemoryCommitments implements Commitments {

  private final InMemoryDatabase database;

  public InMemoryCommitments(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public Optional<SubscriptionId> of(SiteId site, CustomerId customer) {
    return live(site, one -> one.customer().equals(customer));
  }

  @Override
  public Optional<SubscriptionId> on(SiteId site, PaymentMethodId card) {
    return live(site, one -> one.method().equals(card));
  }

  @Override
  public Optional<SubscriptionId> through(SiteId site, GatewayId gateway) {
    return live(site, one -> gateway(one).equals(gateway));
  }

  private GatewayId gateway(Subscription one) {
    return database.methods.find(one.site(), one.method().value()).orElseThrow().gateway();
  }

  private Optional<SubscriptionId> live(SiteId site, Predicate<Subscription> wanted) {
    return database.ask(
        () ->
            database
                .subscriptions
                .of(site)
                .filter(one -> one.isLive() && wanted.test(one))
                .map(Subscription::id)
                .findFirst());
  }
}
