package com.pelcro.payments.application.renewal;

import com.pelcro.payments.application.event.EventLog;
import com.pelcro.payments.domain.event.PaymentEvent.SubscriptionChanged;
import com.pelcro.payments.domain.event.PaymentEvent.SubscriptionChanged.Change;
import com.pelcro.payments.domain.subscription.BillingPeriod;
import com.pelcro.payments.domain.subscription.BillingTerms.Collection;
import com.pelcro.payments.domain.subscription.Renewal;
import com.pelcro.payments.domain.subscription.RenewalState;
import com.pelcro.payments.domain.subscription.Subscription;
import com.pelcro.payments.domain.subscription.SubscriptionState.Paused;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Turns from one period of a subscription to the next, or to its end. Part of a transaction that
/// has locked the subscription.
public final class Periods {

  private final Subscriptions subscriptions;
  private final Renewals renewals;
  private final EventLog events;

  @Inject
  public Periods(Subscriptions subscriptions, Renewals renewals, EventLog events) {
    this.subscriptions = subscriptions;
    this.renewals = renewals;
    this.events = events;
  }

  /// Lets the period after the current one fall due when it begins; what ends then, ends then.
  public void turn(Subscription subscription, Instant now) {
    if (subscription.isLive()) {
      var next = subscription.nextPeriod();
      renewals.add(Renewal.scheduled(subscription, next, due(subscription, next, now), now));
    }
  }

  /// The period is over and was never charged for: the next that counts is the one of now.
  public void skip(Subscription subscription, Renewal missed, Instant now) {
    renewals.update(missed.in(new RenewalState.Skipped(), now));
    var before = subscription.terms().indexAt(now) - 1;
    var passed = subscription.passing(Math.max(before, missed.period().index()), now);
    subscriptions.update(passed);
    turn(passed, now);
  }

  /// Goes on with the period of now, if it is not paid.
  public Subscription resume(Subscription subscription, Renewal renewal, Instant now) {
    if (renewal.isCollectable()) {
      if (renewal.period().isOver(now)) {
        skip(subscription, renewal, now);
      } else {
        var due = due(subscription, renewal.period(), now);
        renewals.update(renewal.in(new RenewalState.Scheduled(due), now));
      }
    }
    return subscriptions.find(subscription.site(), subscription.id()).orElseThrow();
  }

  /// Nothing more falls due, and why is told.
  public Subscription close(Subscription over, Renewal last, Change change, Instant now) {
    if (last.isCollectable()) {
      renewals.update(last.in(new RenewalState.Skipped(), now));
    }
    subscriptions.update(over);
    events.append(new SubscriptionChanged(over, change));
    return over;
  }

  /// An end comes by itself; a period only where it is collected by itself.
  private static @Nullable Instant due(
      Subscription subscription, BillingPeriod period, Instant now) {
    var automatic =
        subscription.terms().collection() == Collection.AUTOMATIC || !subscription.goesOn();
    if (!automatic || subscription.state() instanceof Paused) {
      return null;
    }
    return period.start().isAfter(now) ? period.start() : now;
  }
}
