package com.pelcro.payments.domain.subscription;

import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.renewal.RenewalAttempt;
import com.pelcro.payments.domain.renewal.RenewalId;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.subscription.RenewalState.Held;
import com.pelcro.payments.domain.subscription.RenewalState.Paid;
import com.pelcro.payments.domain.subscription.RenewalState.Processing;
import com.pelcro.payments.domain.subscription.RenewalState.Retrying;
import com.pelcro.payments.domain.subscription.RenewalState.Scheduled;
import com.pelcro.payments.domain.subscription.RenewalState.Skipped;
import com.pelcro.payments.domain.subscription.RenewalState.Unpaid;
import com.pelcro.payments.domain.subscription.RenewalState.WaitingForPaymentMethod;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The collection of one period of a subscription; there is one for each period that came.
///
/// @param price what is asked, and of which card; frozen when the period falls due
/// @param attempts how many charges were asked for
/// @param strikes how many of them the issuer declined
public record Renewal(
    RenewalId id,
    SiteId site,
    SubscriptionId subscription,
    BillingPeriod period,
    @Nullable Price price,
    RenewalState state,
    int attempts,
    int strikes,
    Instant updatedAt) {

  /// What a period costs, and which card pays it.
  public record Price(Money amount, PaymentMethodId method) {}

  /// The collection of a period to come; without `due` it waits to be asked for.
  public static Renewal scheduled(
      Subscription of, BillingPeriod period, @Nullable Instant due, Instant now) {
    return new Renewal(
        RenewalId.next(), of.site(), of.id(), period, null, new Scheduled(due), 0, 0, now);
  }

  /// When it is next looked at by itself.
  public Optional<Instant> due() {
    return switch (state) {
      case Scheduled(var due) -> Optional.ofNullable(due);
      case Retrying(var at) -> Optional.of(at);
      case WaitingForPaymentMethod(var until) -> Optional.of(until);
      case Held(var looksAgain) -> Optional.ofNullable(looksAgain);
      case Processing _, Paid _, Unpaid _, Skipped _ -> Optional.empty();
    };
  }

  /// Whether a charge may be asked for: none is open, and the period is not paid or given up.
  public boolean isCollectable() {
    return switch (state) {
      case Scheduled _, Retrying _, WaitingForPaymentMethod _, Held _ -> true;
      case Processing _, Paid _, Unpaid _, Skipped _ -> false;
    };
  }

  public RenewalAttempt nextAttempt(Instant now) {
    return new RenewalAttempt(subscription, id, attempts + 1, now);
  }

  public Renewal frozen(Price now, Instant at) {
    return new Renewal(id, site, subscription, period, now, state, attempts, strikes, at);
  }

  /// Its next attempt is asked for by this charge.
  public Renewal processing(ChargeId charge, Instant now) {
    if (!isCollectable() || price == null) {
      throw new IllegalStateException(id + " is " + state + " and cannot be collected");
    }
    return new Renewal(
        id, site, subscription, period, price, new Processing(charge), attempts + 1, strikes, now);
  }

  /// Whether this charge is the one whose answer is awaited.
  public boolean awaits(ChargeId charge) {
    return state instanceof Processing(var open) && open.equals(charge);
  }

  public Renewal paid(ChargeId charge, Instant now) {
    return in(new Paid(charge), strikes, now);
  }

  /// The issuer said no once more; what comes of it is decided by the policy.
  public Renewal declined(RenewalState next, Instant now) {
    return in(next, strikes + 1, now);
  }

  public Renewal in(RenewalState next, Instant now) {
    return in(next, strikes, now);
  }

  private Renewal in(RenewalState next, int declines, Instant now) {
    return new Renewal(id, site, subscription, period, price, next, attempts, declines, now);
  }
}
