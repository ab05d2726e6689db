package com.pelcro.payments.persistence.subscription;

import com.pelcro.payments.application.renewal.SubscriptionStatus;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.charge.Notes;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.subscription.BillingInterval;
import com.pelcro.payments.domain.subscription.BillingTerms;
import com.pelcro.payments.domain.subscription.Subscription;
import com.pelcro.payments.domain.subscription.SubscriptionState;
import com.pelcro.payments.domain.subscription.SubscriptionState.Active;
import com.pelcro.payments.domain.subscription.SubscriptionState.Canceled;
import com.pelcro.payments.domain.subscription.SubscriptionState.Ended;
import com.pelcro.payments.domain.subscription.SubscriptionState.Incomplete;
import com.pelcro.payments.domain.subscription.SubscriptionState.Over;
import com.pelcro.payments.domain.subscription.SubscriptionState.PastDue;
import com.pelcro.payments.domain.subscription.SubscriptionState.Paused;
import com.pelcro.payments.domain.subscription.SubscriptionState.Trialing;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Columns;
import java.sql.SQLException;
import java.time.ZoneId;

/// A subscription as a row, in both directions.
final class SubscriptionMapper {

  private SubscriptionMapper() {}

  static Binds binds(Subscription subscription) {
    var state = subscription.state();
    return terms(Binds.at(subscription.site()), subscription.terms())
        .with("id", subscription.id())
        .with("customer", subscription.customer())
        .with("method", subscription.method())
        .money("amount", subscription.amount())
        .with("agreed", subscription.agreedAmount().minorUnits())
        .with("status", SubscriptionStatus.of(state))
        .with("incompleteUntil", state instanceof Incomplete(var until) ? until : null)
        .with("overAt", state instanceof Over over ? over.at() : null)
        .with("startedAt", subscription.startedAt())
        .with("currentIndex", subscription.currentIndex())
        .with("cancelAtPeriodEnd", subscription.cancelAtPeriodEnd())
        .with("failedAttempts", subscription.failedAttempts())
        .with("latestCharge", subscription.latestCharge())
        .with("externalId", subscription.notes().reference())
        .with("description", subscription.notes().description())
        .pairs("metadata", subscription.notes().metadata())
        .with("createdAt", subscription.createdAt())
        .with("updatedAt", subscription.updatedAt());
  }

  private static Binds terms(Binds binds, BillingTerms terms) {
    return binds
        .with("anchor", terms.anchor())
        .with("zone", terms.zone().getId())
        .with("unit", terms.interval().unit())
        .with("count", terms.interval().count())
        .with("totalPeriods", terms.totalPeriods())
        .with("collection", terms.collection());
  }

  static Subscription subscription(Columns columns) throws SQLException {
    var charge = columns.optionalText("latest_charge_id");
    return new Subscription(
        new SubscriptionId(columns.text("subscription_id")),
        new SiteId(columns.text("site_id")),
        new CustomerId(columns.text("customer_id")),
        new PaymentMethodId(columns.text("payment_method_id")),
        columns.money("amount", "currency"),
        columns.money("agreed_amount", "currency"),
        terms(columns),
        state(columns),
        columns.instant("started_at"),
        columns.number("current_index"),
        columns.flag("cancel_at_period_end"),
        columns.number("failed_attempts"),
        charge == null ? null : new ChargeId(charge),
        new Notes(
            columns.optionalText("external_id"),
            columns.optionalText("description"),
            columns.pairs("metadata")),
        columns.instant("created_at"),
        columns.instant("updated_at"));
  }

  private static BillingTerms terms(Columns columns) throws SQLException {
    return new BillingTerms(
        columns.instant("anchor"),
        ZoneId.of(columns.text("time_zone")),
        new BillingInterval(
            columns.code("interval_unit", BillingInterval.Unit.class),
            columns.number("interval_count")),
        columns.optionalNumber("total_periods"),
        columns.code("collection", BillingTerms.Collection.class));
  }

  private static SubscriptionState state(Columns columns) throws SQLException {
    return switch (columns.code("status", SubscriptionStatus.class)) {
      case INCOMPLETE -> new Incomplete(columns.instant("incomplete_until"));
      case TRIALING -> new Trialing();
      case ACTIVE -> new Active();
      case PAST_DUE -> new PastDue();
      case PAUSED -> new Paused();
      case CANCELED -> new Canceled(columns.instant("over_at"));
      case ENDED -> new Ended(columns.instant("over_at"));
    };
  }
}
