package com.pelcro.payments.application.renewal;

import com.pelcro.payments.application.event.EventLog;
import com.pelcro.payments.domain.decline.DeclineReason;
import com.pelcro.payments.domain.event.PaymentEvent.RenewalChanged;
import com.pelcro.payments.domain.event.PaymentEvent.SubscriptionChanged;
import com.pelcro.payments.domain.event.PaymentEvent.SubscriptionChanged.Change;
import com.pelcro.payments.domain.renewal.DunningStep;
import com.pelcro.payments.domain.subscription.Renewal;
import com.pelcro.payments.domain.subscription.RenewalState;
import com.pelcro.payments.domain.subscription.Subscription;
import com.pelcro.payments.domain.subscription.SubscriptionState.Incomplete;
import com.pelcro.payments.domain.subscription.SubscriptionState.PastDue;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/// What becomes of a period that was not paid, by the policy of its site. Part of a transaction
/// that has locked the subscription.
public final class Dunning {

  /// What failed through no fault of the card is tried again after this.
  static final Duration AFTER_FAILURE = Duration.ofHours(1);

  private final Subscriptions subscriptions;
  private final Renewals renewals;
  private final DunningPolicies policies;
  private final Periods periods;
  private final EventLog events;

  @Inject
  public Dunning(
      Subscriptions subscriptions,
      Renewals renewals,
      DunningPolicies policies,
      Periods periods,
      EventLog events) {
    this.subscriptions = subscriptions;
    this.renewals = renewals;
    this.policies = policies;
    this.periods = periods;
    this.events = events;
  }

  /// The issuer said no.
  void declined(Subscription subscription, Renewal renewal, DeclineReason reason, Instant now) {
    var step = policies.of(subscription.site()).after(renewal.strikes() + 1, reason, now);
    var next = next(subscription, step);
    if (next instanceof RenewalState.Held) {
      unpaid(subscription.unpaid(now), subscription, renewal.in(next, now), now);
    } else {
      unpaid(subscription.declined(now), subscription, renewal.declined(next, now), now);
    }
  }

  /// The card cannot be charged at all: nothing was asked, only another one helps.
  void unusable(Subscription subscription, Renewal renewal, DeclineReason reason, Instant now) {
    var step = policies.of(subscription.site()).after(renewal.strikes() + 1, reason, now);
    unpaid(subscription.unpaid(now), subscription, renewal.in(next(subscription, step), now), now);
  }

  /// It never came to an answer of the issuer: no strike, and tried again soon, within its period.
  void failed(Subscription subscription, Renewal renewal, Instant now) {
    var again = now.plus(AFTER_FAILURE);
    var next =
        renewal.period().isOver(again)
            ? new RenewalState.Held(null)
            : new RenewalState.Retrying(again);
    unpaid(
        subscription.unpaid(now),
        subscription,
        renewal.in(
            subscription.state() instanceof Incomplete(var until) ? waiting(until) : next, now),
        now);
  }

  /// The site does not take money for now: no strike, and it goes on by itself when that is over,
  /// within its period.
  void stopped(Subscription subscription, Renewal renewal, Instant now) {
    if (subscription.state() instanceof Incomplete) {
      failed(subscription, renewal, now);
      return;
    }
    var again = now.plus(AFTER_FAILURE);
    var held =
        renewal.in(new RenewalState.Held(renewal.period().isOver(again) ? null : again), now);
    if (renewal.state() instanceof RenewalState.Held) {
      renewals.update(held);
      subscriptions.update(subscription);
    } else {
      unpaid(subscription.unpaid(now), subscription, held, now);
    }
  }

  /// Nothing happens before then.
  void postponed(Subscription subscription, Renewal renewal, Instant until, Instant now) {
    renewals.update(renewal.in(new RenewalState.Retrying(until), now));
    subscriptions.update(subscription);
  }

  private static RenewalState waiting(Instant until) {
    return new RenewalState.WaitingForPaymentMethod(until);
  }

  /// Who has not paid yet has hours, not days, and a card of his choice.
  private static RenewalState next(Subscription subscription, DunningStep step) {
    if (subscription.state() instanceof Incomplete(var until)) {
      return waiting(until);
    }
    return switch (step) {
      case DunningStep.RetryAt(var at) -> new RenewalState.Retrying(at);
      case DunningStep.AwaitMethod(var until) -> waiting(until);
      case DunningStep.Hold _ -> new RenewalState.Held(null);
      case DunningStep.GiveUp _ -> new RenewalState.Unpaid();
    };
  }

  private void unpaid(Subscription after, Subscription before, Renewal renewal, Instant now) {
    if (!after.isLive()) {
      close(after, renewal, now);
      return;
    }
    renewals.update(renewal);
    subscriptions.update(after);
    if (after.state() instanceof PastDue && !(before.state() instanceof PastDue)) {
      events.append(new SubscriptionChanged(after, Change.PAST_DUE));
    }
    switch (renewal.state()) {
      case RenewalState.Retrying _ -> told(renewal, RenewalChanged.Consequence.RETRY_SCHEDULED);
      case RenewalState.Held _ -> told(renewal, RenewalChanged.Consequence.HELD);
      case RenewalState.Unpaid _ -> givenUp(after, renewal, now);
      default -> {}
    }
  }

  /// The subscription is over: nobody waits for this money any more.
  private void close(Subscription over, Renewal renewal, Instant now) {
    var unpaid = renewal.in(new RenewalState.Unpaid(), now);
    renewals.update(unpaid);
    subscriptions.update(over);
    told(unpaid, RenewalChanged.Consequence.UNPAID);
  }

  private void told(Renewal renewal, RenewalChanged.Consequence change) {
    events.append(new RenewalChanged(renewal, change));
  }

  /// The time of a renewal that waited for another card is over.
  void giveUp(Subscription subscription, Renewal renewal, Instant now) {
    var unpaid = renewal.in(new RenewalState.Unpaid(), now);
    renewals.update(unpaid);
    givenUp(subscription, unpaid, now);
  }

  private void givenUp(Subscription subscription, Renewal renewal, Instant now) {
    told(renewal, RenewalChanged.Consequence.UNPAID);
    if (subscription.state() instanceof Incomplete) {
      ended(subscription.canceled(now), Change.CANCELED);
      return;
    }
    switch (policies.of(subscription.site()).finalAction()) {
      case CANCEL -> ended(subscription.canceled(now), Change.CANCELED);
      case PAUSE -> {
        var paused = subscription.paused(now);
        ended(paused, Change.PAUSED);
        periods.turn(paused, now);
      }
      case KEEP_PAST_DUE -> {
        subscriptions.update(subscription);
        periods.turn(subscription, now);
      }
    }
  }

  private void ended(Subscription subscription, Change change) {
    subscriptions.update(subscription);
    events.append(new SubscriptionChanged(subscription, change));
  }
}
