package com.pelcro.payments.persistence.report;

import com.pelcro.payments.application.charge.Status;
import com.pelcro.payments.application.report.ChargeLine;
import com.pelcro.payments.application.report.RefundLine;
import com.pelcro.payments.application.report.RenewalLine;
import com.pelcro.payments.application.report.RenewalStatus;
import com.pelcro.payments.application.report.Summary.RefundStatus;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.refund.RefundId;
import com.pelcro.payments.domain.renewal.RenewalId;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.subscription.BillingPeriod;
import com.pelcro.payments.persistence.Columns;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Rows as lines of a list.
final class LineMapper {

  private LineMapper() {}

  static ChargeLine charge(Columns columns) throws SQLException {
    return new ChargeLine(
        new ChargeId(columns.text("charge_id")),
        columns.instant("created_at"),
        columns.code("status", Status.class),
        columns.money("amount", "currency"),
        columns.money("captured_amount", "currency"),
        columns.money("refunded_amount", "currency"),
        id(columns, "customer_id", CustomerId::new),
        new PaymentMethodId(columns.text("payment_method_id")),
        columns.code("network", CardNetwork.class),
        columns.text("last4"),
        id(columns, "subscription_id", SubscriptionId::new),
        id(columns, "renewal_id", RenewalId::new),
        columns.isSet("decline_code") ? columns.code("decline_code", DeclineCode.class) : null,
        failure(columns),
        columns.optionalText("payment_transaction_id"),
        columns.optionalText("reference"),
        columns.optionalText("description"),
        columns.instant("updated_at"));
  }

  static RefundLine refund(Columns columns) throws SQLException {
    return new RefundLine(
        new RefundId(columns.text("refund_id")),
        columns.instant("created_at"),
        Tallies.status(columns),
        new ChargeId(columns.text("charge_id")),
        columns.money("amount", "currency"),
        failure(columns),
        columns.optionalText("transaction_id"),
        columns.optionalText("reason"),
        columns.instant("updated_at"));
  }

  static RenewalLine renewal(Columns columns) throws SQLException {
    var status = columns.code("state", RenewalStatus.class);
    return new RenewalLine(
        new RenewalId(columns.text("renewal_id")),
        new SubscriptionId(columns.text("subscription_id")),
        new CustomerId(columns.text("customer_id")),
        new BillingPeriod(
            columns.number("period_index"),
            columns.instant("period_start"),
            columns.instant("period_end")),
        columns.money("amount", "currency"),
        status,
        columns.number("attempts"),
        columns.number("strikes"),
        id(columns, "charge_id", ChargeId::new),
        next(columns, status),
        columns.instant("updated_at"));
  }

  /// The state a refund's row has.
  static String state(RefundStatus status) {
    return switch (status) {
      case SUCCEEDED -> "done";
      case PENDING, FAILED -> status.name().toLowerCase(Locale.ROOT);
    };
  }

  /// Who waits for another card is not charged when the waiting is over.
  private static @Nullable Instant next(Columns columns, RenewalStatus status) throws SQLException {
    return status == RenewalStatus.WAITING_FOR_PAYMENT_METHOD
        ? null
        : columns.optionalInstant("due_at");
  }

  private static @Nullable FailureCode failure(Columns columns) throws SQLException {
    return columns.isSet("failure_code") ? columns.code("failure_code", FailureCode.class) : null;
  }

  private static <T> @Nullable T id(Columns columns, String column, Function<String, T> type)
      throws SQLException {
    var id = columns.optionalText(column);
    return id == null ? null : type.apply(id);
  }
}
