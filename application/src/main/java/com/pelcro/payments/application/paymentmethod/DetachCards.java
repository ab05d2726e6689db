package com.pelcro.payments.application.paymentmethod;

import com.pelcro.payments.application.customer.CustomerCards;
import com.pelcro.payments.application.event.EventLog;
import com.pelcro.payments.domain.customer.Customer;
import com.pelcro.payments.domain.event.PaymentEvent.PaymentMethodDetached;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.time.InstantSource;

/// Detaches the cards of a customer who goes.
public final class DetachCards implements CustomerCards {

  private final PaymentMethods methods;
  private final EventLog events;
  private final InstantSource clock;

  @Inject
  public DetachCards(PaymentMethods methods, EventLog events, InstantSource clock) {
    this.methods = methods;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public void detachAll(Customer customer) {
    methods.active(customer.site(), customer.id()).stream()
        .map(PaymentMethod::id)
        .forEach(method -> detach(customer.site(), method));
  }

  private void detach(SiteId site, PaymentMethodId id) {
    var now = clock.instant();
    var method = methods.lock(site, id).orElseThrow();
    var detached = method.asDefault(false, now).in(new PaymentMethodState.Detached(), now);
    methods.update(detached);
    events.append(new PaymentMethodDetached(detached));
  }
}
