package com.pelcro.payments.domain.subscription;

import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.charge.Notes;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.subscription.SubscriptionState.Active;
import com.pelcro.payments.domain.subscription.SubscriptionState.Canceled;
import com.pelcro.payments.domain.subscription.SubscriptionState.Ended;
import com.pelcro.payments.domain.subscription.SubscriptionState.Incomplete;
import com.pelcro.payments.domain.subscription.SubscriptionState.Live;
import com.pelcro.payments.domain.subscription.SubscriptionState.Over;
import com.pelcro.payments.domain.subscription.SubscriptionState.PastDue;
import com.pelcro.payments.domain.subscription.SubscriptionState.Paused;
import com.pelcro.payments.domain.subscription.SubscriptionState.Trialing;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A card charged once a period.
///
/// @param amount what the next period costs
/// @param agreedAmount what the first period cost, as the customer agreed to it
/// @param startedAt when it (or its trial) begins
/// @param currentIndex the last period that fell due, paid or not; -1 before the first
/// @param failedAttempts the declines since a period was paid
/// @param latestCharge the last that was asked for
public record Subscription(
    SubscriptionId id,
    SiteId site,
    CustomerId customer,
    PaymentMethodId method,
    Money amount,
    Money agreedAmount,
    BillingTerms terms,
    SubscriptionState state,
    Instant startedAt,
    int currentIndex,
    boolean cancelAtPeriodEnd,
    int failedAttempts,
    @Nullable ChargeId latestCharge,
    Notes notes,
    Instant createdAt,
    Instant updatedAt) {

  /// How long a customer has to come back with a card that works.
  public static final Duration TO_COMPLETE = Duration.ofHours(23);

  public Subscription {
    if (amount.isZero() || !amount.currency().equals(agreedAmount.currency())) {
      throw new IllegalArgumentException(id + " asks for money of one currency");
    }
    if (currentIndex < -1 || failedAttempts < 0) {
      throw new IllegalArgumentException(id + " counts its periods from 0");
    }
  }

  public boolean isLive() {
    return state instanceof Live;
  }

  /// Whether its periods are charged for now.
  public boolean isCollecting() {
    return switch (state) {
      case Incomplete _, Trialing _, Active _, PastDue _ -> true;
      case Paused _, Over _ -> false;
    };
  }

  /// Whether what is asked for is what the customer agreed to at first.
  public boolean isUnchanged() {
    return amount.equals(agreedAmount);
  }

  /// The period after the current one, which may be one too many.
  public BillingPeriod nextPeriod() {
    return terms.period(currentIndex + 1);
  }

  /// Whether another period comes after the current one.
  public boolean goesOn() {
    return isLive() && !cancelAtPeriodEnd && terms.has(currentIndex + 1);
  }

  /// The period `index` falls due and is asked for by this charge.
  public Subscription collecting(int index, ChargeId charge, Instant now) {
    return with(state, index, failedAttempts, charge, now);
  }

  /// Its current period was paid. What was over by then stays over, and what was paused paused.
  public Subscription paid(Instant now) {
    return switch (state) {
      case Incomplete _, Trialing _, Active _, PastDue _ -> with(new Active(), 0, now);
      case Paused _, Over _ -> with(state, 0, now);
    };
  }

  /// Its current period was declined once more.
  public Subscription declined(Instant now) {
    return with(unpaid(), failedAttempts + 1, now);
  }

  /// Its current period could not be charged for, which is not the card's fault.
  public Subscription unpaid(Instant now) {
    return with(unpaid(), failedAttempts, now);
  }

  /// What waits for its first payment goes on waiting.
  private SubscriptionState unpaid() {
    return switch (state) {
      case Trialing _, Active _, PastDue _ -> new PastDue();
      case Incomplete _, Paused _, Over _ -> state;
    };
  }

  /// The period `index` fell due and was not charged for.
  public Subscription passing(int index, Instant now) {
    return with(state, Math.max(currentIndex, index), failedAttempts, latestCharge, now);
  }

  public Subscription paused(Instant now) {
    return with(new Paused(), failedAttempts, now);
  }

  /// Goes on; what has not begun yet is still on trial.
  public Subscription resumed(Instant now) {
    var on = now.isBefore(terms.anchor()) ? new Trialing() : new Active();
    return with(on, 0, now);
  }

  public Subscription canceled(Instant now) {
    return with(new Canceled(now), failedAttempts, now);
  }

  public Subscription ended(Instant now) {
    return with(new Ended(now), failedAttempts, now);
  }

  public Subscription cancelingAtPeriodEnd(Instant now) {
    return new Subscription(
        id,
        site,
        customer,
        method,
        amount,
        agreedAmount,
        terms,
        state,
        startedAt,
        currentIndex,
        true,
        failedAttempts,
        latestCharge,
        notes,
        createdAt,
        now);
  }

  /// Charged to another card from now on.
  public Subscription chargedTo(PaymentMethodId card, Instant now) {
    return changed(card, amount, notes, now);
  }

  /// Charged to another card, or with another price from the next period on, or described anew.
  public Subscription changed(PaymentMethodId card, Money price, Notes words, Instant now) {
    return new Subscription(
        id,
        site,
        customer,
        card,
        price,
        agreedAmount,
        terms,
        state,
        startedAt,
        currentIndex,
        cancelAtPeriodEnd,
        failedAttempts,
        latestCharge,
        words,
        createdAt,
        now);
  }

  private Subscription with(SubscriptionState next, int failed, Instant now) {
    return with(next, currentIndex, failed, latestCharge, now);
  }

  private Subscription with(
      SubscriptionState next, int index, int failed, @Nullable ChargeId charge, Instant now) {
    return new Subscription(
        id,
        site,
        customer,
        method,
        amount,
        agreedAmount,
        terms,
        next,
        startedAt,
        index,
        cancelAtPeriodEnd,
        failed,
        charge,
        notes,
        createdAt,
        now);
  }
}
