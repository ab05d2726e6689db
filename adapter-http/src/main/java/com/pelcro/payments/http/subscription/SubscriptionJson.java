package com.pelcro.payments.http.subscription;

import com.pelcro.payments.application.renewal.SubscriptionStatus;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.subscription.Subscription;
import com.pelcro.payments.domain.subscription.SubscriptionState;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A subscription as the API shows it.
public record SubscriptionJson(
    String id,
    String customer,
    String paymentMethod,
    long amount,
    String currency,
    String interval,
    int intervalCount,
    String collection,
    String timeZone,
    Instant startAt,
    @Nullable Instant trialEnd,
    @Nullable Integer totalPeriods,
    String status,
    CurrentJson currentPeriod,
    @Nullable Instant nextRenewalAt,
    boolean cancelAtPeriodEnd,
    @Nullable String latestCharge,
    int failedAttempts,
    @Nullable String externalId,
    @Nullable String description,
    Map<String, String> metadata,
    @Nullable Instant canceledAt,
    @Nullable Instant endedAt,
    Instant createdAt,
    Instant updatedAt) {

  /// The period that fell due last; before the first it has no index, and lasts until that begins.
  record CurrentJson(@Nullable Integer index, Instant start, Instant end) {

    static CurrentJson of(Subscription subscription) {
      var terms = subscription.terms();
      if (subscription.currentIndex() < 0) {
        return new CurrentJson(null, subscription.startedAt(), terms.anchor());
      }
      var period = terms.period(subscription.currentIndex());
      return new CurrentJson(period.index(), period.start(), period.end());
    }
  }

  public static SubscriptionJson of(Subscription subscription) {
    var terms = subscription.terms();
    var state = subscription.state();
    return new SubscriptionJson(
        subscription.id().value(),
        subscription.customer().value(),
        subscription.method().value(),
        subscription.amount().minorUnits(),
        subscription.amount().currency().getCurrencyCode(),
        terms.interval().unit().code(),
        terms.interval().count(),
        terms.collection().code(),
        terms.zone().getId(),
        subscription.startedAt(),
        trialEnd(subscription),
        terms.totalPeriods(),
        SubscriptionStatus.of(state).code(),
        CurrentJson.of(subscription),
        nextRenewalAt(subscription),
        subscription.cancelAtPeriodEnd(),
        Optional.ofNullable(subscription.latestCharge()).map(ChargeId::value).orElse(null),
        subscription.failedAttempts(),
        subscription.notes().reference(),
        subscription.notes().description(),
        subscription.notes().metadata(),
        state instanceof SubscriptionState.Canceled(var at) ? at : null,
        state instanceof SubscriptionState.Ended(var at) ? at : null,
        subscription.createdAt(),
        subscription.updatedAt());
  }

  private static @Nullable Instant trialEnd(Subscription subscription) {
    var anchor = subscription.terms().anchor();
    return anchor.isAfter(subscription.startedAt()) ? anchor : null;
  }

  /// What is paused renews once it is resumed, nobody knows when.
  private static @Nullable Instant nextRenewalAt(Subscription subscription) {
    return subscription.goesOn() && subscription.isCollecting()
        ? subscription.nextPeriod().start()
        : null;
  }
}
