package com.pelcro.payments.domain.subscription;

import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.charge.Notes;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.subscription.BillingInterval.Unit;
import com.pelcro.payments.domain.subscription.BillingTerms.Collection;
import com.pelcro.payments.domain.subscription.SubscriptionState.Trialing;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Subscriptions and renewals to test with.
public final class TestSubscriptions {

  public static final Instant MADE = Instant.parse("2026-03-01T10:15:35.678Z");
  private static final Money PRICE = Money.of(1000, "EUR");

  private TestSubscriptions() {}

  public static BillingTerms terms(@Nullable Integer totalPeriods, Collection collection) {
    return new BillingTerms(
        MADE,
        ZoneId.of("Europe/Paris"),
        new BillingInterval(Unit.MONTH, 1),
        totalPeriods,
        collection);
  }

  /// Every field filled, on trial still.
  public static Subscription full(PaymentMethod method) {
    return new Subscription(
        SubscriptionId.next(),
        method.site(),
        Objects.requireNonNull(method.customer(), "a subscription is a customer's"),
        method.id(),
        Money.of(1200, "EUR"),
        PRICE,
        terms(12, Collection.ON_REQUEST),
        new Trialing(),
        MADE.minusSeconds(1),
        -1,
        true,
        2,
        null,
        new Notes("SUB-7", "Daily, \"printed\"", Map.of("plan", "yearly")),
        MADE,
        MADE);
  }

  /// Nothing filled that need not be.
  public static Subscription bare(PaymentMethod method) {
    return new Subscription(
        SubscriptionId.next(),
        method.site(),
        Objects.requireNonNull(method.customer(), "a subscription is a customer's"),
        method.id(),
        PRICE,
        PRICE,
        terms(null, Collection.AUTOMATIC),
        new Trialing(),
        MADE,
        -1,
        false,
        0,
        null,
        Notes.NONE,
        MADE,
        MADE);
  }

  /// The same in another state.
  public static Subscription in(
      SubscriptionState state, @Nullable ChargeId charge, Subscription like) {
    return new Subscription(
        like.id(),
        like.site(),
        like.customer(),
        like.method(),
        like.amount(),
        like.agreedAmount(),
        like.terms(),
        state,
        like.startedAt(),
        like.currentIndex(),
        like.cancelAtPeriodEnd(),
        like.failedAttempts(),
        charge,
        like.notes(),
        like.createdAt(),
        like.updatedAt().plusMillis(1));
  }

  /// The renewal of a period, due at this time if at all.
  public static Renewal renewal(Subscription of, int index, @Nullable Instant due) {
    return Renewal.scheduled(of, of.terms().period(index), due, MADE);
  }
}
