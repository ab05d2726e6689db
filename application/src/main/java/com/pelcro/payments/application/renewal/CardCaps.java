package com.pelcro.payments.application.renewal;

import com.pelcro.payments.application.paymentmethod.PaymentMethods;
import com.pelcro.payments.domain.renewal.DunningPolicy;
import com.pelcro.payments.domain.subscription.Renewal;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/// What the card networks allow: so many declined attempts on one card in 30 days, whichever
/// subscription of the site they were for.
public final class CardCaps {

  private final Renewals renewals;
  private final PaymentMethods methods;
  private final DunningPolicies policies;

  @Inject
  public CardCaps(Renewals renewals, PaymentMethods methods, DunningPolicies policies) {
    this.renewals = renewals;
    this.methods = methods;
    this.policies = policies;
  }

  /// Until when the card must be left alone, if it must.
  Optional<Instant> until(Renewal renewal, Instant now) {
    var price = renewal.price();
    if (price == null) {
      return Optional.empty();
    }
    var site = renewal.site();
    var declines = renewals.declines(site, price.method(), now.minus(DunningPolicy.CAP_WINDOW));
    var network = methods.find(site, price.method()).orElseThrow().card().network();
    var cap = policies.of(site).cap(network);
    return declines.size() < cap
        ? Optional.empty()
        : Optional.of(declines.get(declines.size() - cap).plus(DunningPolicy.CAP_WINDOW));
  }
}
