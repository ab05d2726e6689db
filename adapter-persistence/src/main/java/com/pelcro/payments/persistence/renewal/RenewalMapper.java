package com.pelcro.payments.persistence.renewal;

import com.pelcro.payments.application.renewal.DueRenewal;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.renewal.RenewalId;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.subscription.BillingPeriod;
import com.pelcro.payments.domain.subscription.Renewal;
import com.pelcro.payments.domain.subscription.RenewalState;
import com.pelcro.payments.domain.subscription.RenewalState.Held;
import com.pelcro.payments.domain.subscription.RenewalState.Paid;
import com.pelcro.payments.domain.subscription.RenewalState.Processing;
import com.pelcro.payments.domain.subscription.RenewalState.Retrying;
import com.pelcro.payments.domain.subscription.RenewalState.Scheduled;
import com.pelcro.payments.domain.subscription.RenewalState.Skipped;
import com.pelcro.payments.domain.subscription.RenewalState.Unpaid;
import com.pelcro.payments.domain.subscription.RenewalState.WaitingForPaymentMethod;
import com.pelcro.payments.persistence.Binds;
import com.pelcro.payments.persistence.Columns;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A renewal as a row, in both directions.
final class RenewalMapper {

  private RenewalMapper() {}

  static Binds binds(Renewal renewal) {
    var price = renewal.price();
    return Binds.at(renewal.site())
        .with("id", renewal.id())
        .with("subscription", renewal.subscription())
        .with("index", renewal.period().index())
        .with("start", renewal.period().start())
        .with("end", renewal.period().end())
        .money("amount", price == null ? null : price.amount())
        .with("method", price == null ? null : price.method())
        .with("state", name(renewal.state()))
        .with("charge", charge(renewal.state()))
        .with("due", renewal.due().orElse(null))
        .with("attempts", renewal.attempts())
        .with("strikes", renewal.strikes())
        .with("updatedAt", renewal.updatedAt());
  }

  private static String name(RenewalState state) {
    return switch (state) {
      case Scheduled _ -> "scheduled";
      case Processing _ -> "processing";
      case Paid _ -> "paid";
      case Retrying _ -> "retrying";
      case WaitingForPaymentMethod _ -> "waiting_for_payment_method";
      case Held _ -> "held";
      case Unpaid _ -> "unpaid";
      case Skipped _ -> "skipped";
    };
  }

  private static @Nullable ChargeId charge(RenewalState state) {
    return switch (state) {
      case Processing(var charge) -> charge;
      case Paid(var charge) -> charge;
      case Scheduled _, Retrying _, WaitingForPaymentMethod _, Held _, Unpaid _, Skipped _ -> null;
    };
  }

  static Renewal renewal(Columns columns) throws SQLException {
    return new Renewal(
        new RenewalId(columns.text("renewal_id")),
        new SiteId(columns.text("site_id")),
        new SubscriptionId(columns.text("subscription_id")),
        new BillingPeriod(
            columns.number("period_index"),
            columns.instant("period_start"),
            columns.instant("period_end")),
        price(columns),
        state(columns),
        columns.number("attempts"),
        columns.number("strikes"),
        columns.instant("updated_at"));
  }

  private static Renewal.@Nullable Price price(Columns columns) throws SQLException {
    return columns.isSet("amount")
        ? new Renewal.Price(
            columns.money("amount", "currency"),
            new PaymentMethodId(columns.text("payment_method_id")))
        : null;
  }

  private static RenewalState state(Columns columns) throws SQLException {
    return switch (columns.text("state")) {
      case "scheduled" -> new Scheduled(columns.optionalInstant("due_at"));
      case "processing" -> new Processing(new ChargeId(columns.text("charge_id")));
      case "paid" -> new Paid(new ChargeId(columns.text("charge_id")));
      case "retrying" -> new Retrying(columns.instant("due_at"));
      case "waiting_for_payment_method" -> new WaitingForPaymentMethod(columns.instant("due_at"));
      case "held" -> new Held(columns.optionalInstant("due_at"));
      case "unpaid" -> new Unpaid();
      case "skipped" -> new Skipped();
      default -> throw new IllegalStateException("no renewal is " + columns.text("state"));
    };
  }

  static DueRenewal due(Columns columns) throws SQLException {
    return new DueRenewal(
        new SiteId(columns.text("site_id")),
        new SubscriptionId(columns.text("subscription_id")),
        new RenewalId(columns.text("renewal_id")),
        columns.instant("due_at"),
        columns.instant("woken_at"));
  }
}
