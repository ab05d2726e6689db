package com.pelcro.payments.application.paymentmethod;

import com.pelcro.payments.application.cardsession.CardSessions;
import com.pelcro.payments.application.cardsession.CardTesting;
import com.pelcro.payments.application.customer.Customers;
import com.pelcro.payments.application.event.EventLog;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.event.PaymentEvent.CardTestingSuspected;
import com.pelcro.payments.domain.event.PaymentEvent.PaymentMethodSaved;
import com.pelcro.payments.domain.event.PaymentEvent.PaymentMethodUpdated;
import com.pelcro.payments.domain.gateway.VaultCustomer;
import com.pelcro.payments.domain.gateway.VaultedCard;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/// Writes down what became of a card that was taken in. Part of a transaction that has locked the
/// payment method here.
public final class CardSettlement {

  private final Customers customers;
  private final PaymentMethods methods;
  private final CardSessions sessions;
  private final CardTesting testing;
  private final EventLog events;
  private final InstantSource clock;

  @Inject
  public CardSettlement(
      Customers customers,
      PaymentMethods methods,
      CardSessions sessions,
      CardTesting testing,
      EventLog events,
      InstantSource clock) {
    this.customers = customers;
    this.methods = methods;
    this.sessions = sessions;
    this.testing = testing;
    this.events = events;
    this.clock = clock;
  }

  /// The card, locked after its owner: what one customer has on file changes one at a time, and
  /// always in this order.
  public Optional<PaymentMethod> lock(SiteId site, PaymentMethodId id) {
    var owner = methods.find(site, id).map(PaymentMethod::customer);
    var _ = owner.flatMap(customer -> customers.lock(site, customer));
    return methods.lock(site, id);
  }

  /// The card's issuer said yes.
  public void approved(PaymentMethod taken) {
    testing.approved(taken);
  }

  /// The card's issuer said no; told of when that happens too often.
  public void declined(PaymentMethod taken) {
    testing.declined(taken).forEach(one -> events.append(new CardTestingSuspected(one)));
  }

  /// The vault holds the card now. A card its customer had on file already is updated, and that one
  /// is returned. Should the customer be gone by now, the card is dropped.
  public PaymentMethod keep(PaymentMethod taken, VaultedCard card) {
    var owner = Objects.requireNonNull(taken.customer(), "a stored card has an owner");
    return customers.find(taken.site(), owner).isPresent() ? keep(owner, taken, card) : drop(taken);
  }

  private PaymentMethod keep(CustomerId owner, PaymentMethod taken, VaultedCard card) {
    var token = card.token().customer();
    if (token != null) {
      customers.putInVault(taken.site(), owner, taken.gateway(), new VaultCustomer(token));
    }
    return methods
        .same(taken.site(), owner, card.fingerprint())
        .map(known -> merged(known, taken, card))
        .orElseGet(() -> saved(owner, taken, card));
  }

  /// The card was for one payment, or nothing was stored: it cannot be charged again.
  public PaymentMethod drop(PaymentMethod taken) {
    var now = clock.instant();
    var dropped = taken.asDefault(false, now).in(new PaymentMethodState.Detached(), now);
    methods.update(dropped);
    return dropped;
  }

  /// The same, and the token in the browser may be used once more.
  public void dropAndFree(PaymentMethod taken) {
    var _ = drop(taken);
    sessions.free(taken.site(), taken.id());
  }

  private PaymentMethod saved(CustomerId owner, PaymentMethod taken, VaultedCard card) {
    var first = methods.active(taken.site(), owner).isEmpty();
    var now = clock.instant();
    var saved = taken.stored(card.token(), card.fingerprint(), now).asDefault(first, now);
    methods.update(saved);
    events.append(new PaymentMethodSaved(saved));
    return saved;
  }

  private PaymentMethod merged(PaymentMethod known, PaymentMethod taken, VaultedCard card) {
    var now = clock.instant();
    var locked = methods.lock(known.site(), known.id()).orElse(known);
    var updated =
        locked
            .with(taken.card().expiry(), taken.billing(), now)
            .stored(card.token(), card.fingerprint(), now);
    methods.update(updated);
    var _ = drop(taken);
    events.append(new PaymentMethodUpdated(updated));
    return updated;
  }

  /// Makes this the customer's default card, in place of any other.
  public PaymentMethod makeDefault(PaymentMethod chosen) {
    var now = clock.instant();
    var owner = Optional.ofNullable(chosen.customer());
    owner.stream()
        .flatMap(customer -> methods.active(chosen.site(), customer).stream())
        .filter(PaymentMethod::isDefault)
        .filter(other -> !other.id().equals(chosen.id()))
        .forEach(other -> methods.update(other.asDefault(false, now)));
    var made = chosen.asDefault(true, now);
    methods.update(made);
    return made;
  }
}
