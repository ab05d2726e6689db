package com.pelcro.payments.application.report;

import com.pelcro.payments.application.InMemoryDatabase;
import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.charge.ChargeFilter;
import com.pelcro.payments.application.charge.InMemoryCharges;
import com.pelcro.payments.application.charge.Status;
import com.pelcro.payments.application.report.Summary.RefundStatus;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.charge.ChargeState;
import com.pelcro.payments.domain.gateway.GatewayReference;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.refund.Refund;
import com.pelcro.payments.domain.refund.RefundState;
import com.pelcro.payments.domain.renewal.RenewalId;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.subscription.Renewal;
import com.pelcro.payments.domain.subscription.RenewalState;
import com.pelcro.payments.domain.subscription.Subscription;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Lists of what is in memory.
record InMemoryLines(InMemoryDatabase database) {

  Slice<ChargeLine> charges(SiteId site, ChargeFilter filter, Window window) {
    return database
        .charges
        .slice(site, row -> InMemoryCharges.matches(database, row, filter), window)
        .map(this::line);
  }

  private ChargeLine line(Charge charge) {
    var card = database.methods.find(charge.site(), charge.method().value()).orElseThrow().card();
    var renewal = charge.renewal() == null ? null : charge.renewal().renewal();
    var state = charge.state();
    return new ChargeLine(
        charge.id(),
        charge.createdAt(),
        Status.of(state),
        charge.amount(),
        charge.captured(),
        charge.refunds().done(),
        charge.customer(),
        charge.method(),
        card.network(),
        card.last4(),
        subscription(charge.site(), renewal),
        renewal,
        state instanceof ChargeState.Declined(var reason, _) ? reason.code() : null,
        state instanceof ChargeState.Failed(var why) ? why.code() : null,
        transaction(state),
        charge.notes().reference(),
        charge.notes().description(),
        charge.updatedAt());
  }

  private @Nullable SubscriptionId subscription(SiteId site, @Nullable RenewalId renewal) {
    return renewal == null
        ? null
        : database.renewals.find(site, renewal.value()).orElseThrow().subscription();
  }

  private static @Nullable String transaction(ChargeState state) {
    return switch (state) {
      case ChargeState.Pending _, ChargeState.Failed _ -> null;
      case ChargeState.InReview(var payment) -> payment.transactionId();
      case ChargeState.Capturing(var payment, _) -> payment.transactionId();
      case ChargeState.Voiding(var from) -> from.payment().transactionId();
      case ChargeState.Releasing(GatewayReference payment, _, _) -> payment.transactionId();
      case ChargeState.Authorized(var payment) -> payment.transactionId();
      case ChargeState.Captured(var payment, _, _) -> payment.transactionId();
      case ChargeState.Voided(var payment) -> payment.transactionId();
      case ChargeState.Declined(_, var payment) -> payment.transactionId();
    };
  }

  Slice<RefundLine> refunds(SiteId site, RefundFilter filter, Window window) {
    return database
        .refunds
        .slice(site, row -> wanted(row, filter), window)
        .map(InMemoryLines::line);
  }

  private static boolean wanted(Refund refund, RefundFilter filter) {
    return (filter.charge() == null || filter.charge().equals(refund.charge()))
        && (filter.status() == null || filter.status() == status(refund.state()))
        && lies(refund.createdAt(), filter.createdAfter(), filter.createdBefore());
  }

  private static RefundLine line(Refund refund) {
    var state = refund.state();
    return new RefundLine(
        refund.id(),
        refund.createdAt(),
        status(state),
        refund.charge(),
        refund.amount(),
        state instanceof RefundState.Failed(var why) ? why.code() : null,
        state instanceof RefundState.Done(var reference) ? reference.transactionId() : null,
        refund.reason(),
        refund.updatedAt());
  }

  static RefundStatus status(RefundState state) {
    return switch (state) {
      case RefundState.Pending _ -> RefundStatus.PENDING;
      case RefundState.Done _ -> RefundStatus.SUCCEEDED;
      case RefundState.Failed _ -> RefundStatus.FAILED;
    };
  }

  Slice<RenewalLine> renewals(SiteId site, RenewalFilter filter, Window window) {
    return database.renewals.slice(site, row -> wanted(row, filter), window).map(this::line);
  }

  private boolean wanted(Renewal renewal, RenewalFilter filter) {
    return (filter.subscription() == null || filter.subscription().equals(renewal.subscription()))
        && (filter.status() == null || filter.status() == RenewalStatus.of(renewal.state()))
        && lies(renewal.period().start(), filter.startsAfter(), filter.startsBefore())
        && isOfAPeriod(renewal, subscription(renewal));
  }

  static boolean isOfAPeriod(Renewal renewal, Subscription subscription) {
    var waits = renewal.state() instanceof RenewalState.Scheduled;
    return subscription.terms().has(renewal.period().index())
        && !(waits && (subscription.cancelAtPeriodEnd() || !subscription.isLive()));
  }

  private Subscription subscription(Renewal renewal) {
    return database
        .subscriptions
        .find(renewal.site(), renewal.subscription().value())
        .orElseThrow();
  }

  static Money price(Renewal renewal, Subscription subscription) {
    var price = renewal.price();
    return price == null ? subscription.amount() : price.amount();
  }

  private RenewalLine line(Renewal renewal) {
    var subscription = subscription(renewal);
    return new RenewalLine(
        renewal.id(),
        renewal.subscription(),
        subscription.customer(),
        renewal.period(),
        price(renewal, subscription),
        RenewalStatus.of(renewal.state()),
        renewal.attempts(),
        renewal.strikes(),
        charge(renewal.state()),
        renewal.state() instanceof RenewalState.WaitingForPaymentMethod
            ? null
            : renewal.due().orElse(null),
        renewal.updatedAt());
  }

  private static @Nullable ChargeId charge(RenewalState state) {
    return switch (state) {
      case RenewalState.Processing(var charge) -> charge;
      case RenewalState.Paid(var charge) -> charge;
      case RenewalState.Scheduled _,
          RenewalState.Retrying _,
          RenewalState.WaitingForPaymentMethod _,
          RenewalState.Held _,
          RenewalState.Unpaid _,
          RenewalState.Skipped _ ->
          null;
    };
  }

  private static boolean lies(Instant at, @Nullable Instant after, @Nullable Instant before) {
    return (after == null || !at.isBefore(after)) && (before == null || at.isBefore(before));
  }
}
