package com.pelcro.payments.application.subscription;

import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.charge.InitiatedBy;
import com.pelcro.payments.application.charge.Instructions;
import com.pelcro.payments.application.charge.Occasion;
import com.pelcro.payments.application.charge.PaidWith;
import com.pelcro.payments.application.event.EventLog;
import com.pelcro.payments.application.renewal.Renewals;
import com.pelcro.payments.application.renewal.Subscriptions;
import com.pelcro.payments.domain.charge.Notes;
import com.pelcro.payments.domain.event.PaymentEvent.SubscriptionChanged;
import com.pelcro.payments.domain.event.PaymentEvent.SubscriptionChanged.Change;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.subscription.Renewal;
import com.pelcro.payments.domain.subscription.RenewalState;
import com.pelcro.payments.domain.subscription.RenewalState.Retrying;
import com.pelcro.payments.domain.subscription.RenewalState.WaitingForPaymentMethod;
import com.pelcro.payments.domain.subscription.Subscription;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Changes what a subscription is charged to, what it costs from the next period on, or what is
/// written on it. A new card is tried at once where one was waited for.
public final class ChangeSubscription {

  /// What is left out stays; `amount` is in minor units of the subscription's currency.
  public record Request(
      SiteId site,
      SubscriptionId subscription,
      @Nullable PaymentMethodId method,
      @Nullable Long amount,
      UnaryOperator<Notes> notes) {}

  private final Transactions transactions;
  private final LiveSubscription.Locked locked;
  private final Instructions instructions;
  private final Subscriptions subscriptions;
  private final Renewals renewals;
  private final EventLog events;

  @Inject
  ChangeSubscription(
      Transactions transactions,
      LiveSubscription.Locked locked,
      Instructions instructions,
      Subscriptions subscriptions,
      Renewals renewals,
      EventLog events) {
    this.transactions = transactions;
    this.locked = locked;
    this.instructions = instructions;
    this.subscriptions = subscriptions;
    this.renewals = renewals;
    this.events = events;
  }

  public Result<Subscription> change(Request request) {
    return transactions.inTransaction(
        () ->
            locked
                .find(request.site(), request.subscription())
                .then(live -> usable(live, request.method()))
                .map(live -> changed(live, request)));
  }

  /// The card must be the customer's and fit to be charged.
  private Result<LiveSubscription> usable(LiveSubscription live, @Nullable PaymentMethodId method) {
    var subscription = live.subscription();
    return method == null
        ? new Done<>(live)
        : instructions
            .draw(
                subscription.site(),
                subscription.customer(),
                new PaidWith.Saved(method),
                new Occasion.Single(InitiatedBy.CUSTOMER),
                live.now())
            .map(_ -> live);
  }

  private Subscription changed(LiveSubscription live, Request request) {
    var before = live.subscription();
    var method = Objects.requireNonNullElse(request.method(), before.method());
    var amount =
        request.amount() == null
            ? before.amount()
            : new Money(request.amount(), before.amount().currency());
    var after = before.changed(method, amount, request.notes().apply(before.notes()), live.now());
    subscriptions.update(after);
    events.append(new SubscriptionChanged(after, Change.UPDATED));
    if (request.method() != null && after.isCollecting()) {
      tried(live, request.method());
    }
    return after;
  }

  private void tried(LiveSubscription live, PaymentMethodId method) {
    var renewal = live.renewal();
    var price = renewal.price();
    if (price != null && isWaiting(renewal.state())) {
      renewals.update(
          renewal
              .frozen(new Renewal.Price(price.amount(), method), live.now())
              .in(new Retrying(live.now()), live.now()));
    }
  }

  private static boolean isWaiting(RenewalState state) {
    return state instanceof WaitingForPaymentMethod || state instanceof Retrying;
  }
}
