package com.pelcro.payments.http.dashboard.subscription;

import com.pelcro.payments.application.renewal.SubscriptionStatus;
import com.pelcro.payments.domain.subscription.BillingInterval;
import com.pelcro.payments.domain.subscription.Subscription;
import com.pelcro.payments.http.dashboard.Words;
import com.pelcro.payments.http.dashboard.Words.Badge;
import com.pelcro.payments.http.dashboard.Words.Moment;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A subscription in a list.
///
/// @param price amount and interval
/// @param next when the next period begins, if one comes
public record SubscriptionRow(
    String id,
    String href,
    String price,
    Badge status,
    boolean isEnding,
    @Nullable Moment next,
    @Nullable String externalId,
    @Nullable String description) {

  public static SubscriptionRow of(Subscription subscription, ZoneId zone) {
    return new SubscriptionRow(
        subscription.id().value(),
        "/dashboard/sites/" + subscription.site() + "/subscriptions/" + subscription.id(),
        subscription.amount() + " " + every(subscription.terms().interval()),
        status(subscription),
        subscription.isLive() && subscription.cancelAtPeriodEnd(),
        subscription.goesOn() && subscription.isCollecting()
            ? Words.at(subscription.nextPeriod().start(), zone)
            : null,
        subscription.notes().reference(),
        subscription.notes().description());
  }

  private static String every(BillingInterval interval) {
    var unit = interval.unit().code();
    return interval.count() == 1 ? "each " + unit : "every " + interval.count() + " " + unit + "s";
  }

  static Badge status(Subscription subscription) {
    var status = SubscriptionStatus.of(subscription.state());
    var tone =
        switch (status) {
          case ACTIVE -> "good";
          case TRIALING, INCOMPLETE, PAUSED -> "wait";
          case PAST_DUE -> "bad";
          case CANCELED, ENDED -> "calm";
        };
    return new Badge(Words.human(status.code()), tone);
  }
}
