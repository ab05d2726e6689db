package com.pelcro.payments.application.charge;

import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.application.Refusal.FieldProblem;
import com.pelcro.payments.application.Refusal.FieldProblem.Kind;
import com.pelcro.payments.application.Refusal.InvalidFields;
import com.pelcro.payments.application.Refusal.PaymentMethodUnusable;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.charge.Occasion.FirstPeriod;
import com.pelcro.payments.application.charge.Occasion.NextPeriod;
import com.pelcro.payments.application.charge.Occasion.Single;
import com.pelcro.payments.application.charge.PaidWith.Keeping;
import com.pelcro.payments.application.charge.PaidWith.Saved;
import com.pelcro.payments.application.charge.PaidWith.Typed;
import com.pelcro.payments.application.customer.Customers;
import com.pelcro.payments.application.paymentmethod.CardIntake;
import com.pelcro.payments.application.paymentmethod.PaymentMethods;
import com.pelcro.payments.application.paymentmethod.SavePaymentMethod.Preference;
import com.pelcro.payments.application.paymentmethod.TakenCard;
import com.pelcro.payments.application.site.Serving;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.gateway.CardOwner;
import com.pelcro.payments.domain.gateway.Initiation;
import com.pelcro.payments.domain.gateway.Initiation.Agreement;
import com.pelcro.payments.domain.gateway.PaymentSource;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Active;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Draws up what a charge is paid with, or refuses: the card, whose it is, and the integration that
/// serves it. Part of a transaction.
public final class Instructions {

  /// Everything about a payment but its amount and its references.
  public record Drawn(
      Integration integration, PaymentMethod method, PaymentSource source, Initiation initiation) {}

  private final Serving serving;
  private final Customers customers;
  private final PaymentMethods methods;
  private final CardIntake intake;

  @Inject
  public Instructions(
      Serving serving, Customers customers, PaymentMethods methods, CardIntake intake) {
    this.serving = serving;
    this.customers = customers;
    this.methods = methods;
    this.intake = intake;
  }

  /// Draws it up, or says which field is wrong.
  ///
  /// @param now the time by which the card must not have expired: the site's, for a subscription
  public Result<Drawn> draw(
      SiteId site,
      @Nullable CustomerId customer,
      PaidWith paidWith,
      Occasion occasion,
      Instant now) {
    return switch (paidWith) {
      case Saved(var method) -> saved(site, customer, method, occasion, now);
      case Typed typed -> owned(site, customer).then(_ -> typed(site, customer, typed, occasion));
    };
  }

  private Result<SiteId> owned(SiteId site, @Nullable CustomerId customer) {
    return customer == null || customers.find(site, customer).isPresent()
        ? new Done<>(site)
        : new Refused<>(invalid("/customer", "there is no such customer at this site"));
  }

  private Result<Drawn> saved(
      SiteId site,
      @Nullable CustomerId customer,
      PaymentMethodId id,
      Occasion occasion,
      Instant now) {
    return Result.found(methods.find(site, id), Instructions::noMethod)
        .then(method -> ofCustomer(method, site, customer))
        .then(method -> usable(method, now))
        .then(
            method ->
                serving
                    .enabled(site, method.gateway())
                    .map(integration -> drawn(integration, method, occasion)));
  }

  /// A card's owner is there: who is removed takes his cards along.
  private Result<PaymentMethod> ofCustomer(
      PaymentMethod method, SiteId site, @Nullable CustomerId customer) {
    return customer == null || customer.equals(method.customer())
        ? new Done<>(method)
        : owned(site, customer)
            .then(
                _ ->
                    new Refused<>(
                        invalid("/payment_method", "the card belongs to another customer")));
  }

  private static Result<PaymentMethod> usable(PaymentMethod method, Instant now) {
    if (!method.isActive()) {
      return new Refused<>(
          new PaymentMethodUnusable(method.id(), "the card is not on file; save it anew", null));
    }
    return method.card().expiry().isPast(now)
        ? new Refused<>(
            new PaymentMethodUnusable(method.id(), "the card has expired; update its expiry", null))
        : new Done<>(method);
  }

  private static Drawn drawn(Integration integration, PaymentMethod method, Occasion occasion) {
    if (!(method.state() instanceof Active(var token))) {
      throw new IllegalStateException(method.id() + " is not on file");
    }
    var initiation =
        switch (occasion) {
          case Single(var by) when by == InitiatedBy.MERCHANT ->
              new Initiation.Unscheduled(method.lineage());
          case Single _ -> new Initiation.CustomerStored();
          case FirstPeriod(var agreement) -> new Initiation.CustomerStoring(agreement);
          case NextPeriod(var regularity) -> new Initiation.Recurring(method.lineage(), regularity);
        };
    return new Drawn(
        integration, method, new PaymentSource.Stored(token, method.card()), initiation);
  }

  private Result<Drawn> typed(
      SiteId site, @Nullable CustomerId customer, Typed typed, Occasion occasion) {
    if (typed.keeping() == Keeping.KEEP && customer == null) {
      return new Refused<>(invalid("/customer", "a card is kept for a customer; name one"));
    }
    return intake
        .take(site, customer, PaymentMethodId.next(), typed.card(), Preference.AS_IT_COMES)
        .map(
            card ->
                typed.keeping() == Keeping.KEEP
                    ? kept(
                        card,
                        Objects.requireNonNull(customer, "a card is kept for a customer"),
                        agreement(occasion))
                    : once(card));
  }

  private static Drawn once(TakenCard card) {
    return new Drawn(
        card.integration(),
        card.method(),
        new PaymentSource.Once(card.fresh()),
        new Initiation.CustomerOnce());
  }

  private static Agreement agreement(Occasion occasion) {
    return switch (occasion) {
      case FirstPeriod(var agreement) -> agreement;
      case Single _, NextPeriod _ -> Agreement.UNSCHEDULED;
    };
  }

  private Drawn kept(TakenCard card, CustomerId id, Agreement agreement) {
    var site = card.method().site();
    var known = customers.inVault(site, id, card.integration().gateway()).orElse(null);
    var owner = new CardOwner(customers.find(site, id).orElseThrow(), known);
    return new Drawn(
        card.integration(),
        card.method(),
        new PaymentSource.ToKeep(card.fresh(), owner),
        new Initiation.CustomerStoring(agreement));
  }

  private static Refusal noMethod() {
    return invalid("/payment_method", "there is no such payment method at this site");
  }

  private static Refusal invalid(String pointer, String detail) {
    return new InvalidFields(List.of(new FieldProblem(pointer, Kind.INVALID, detail)));
  }
}
