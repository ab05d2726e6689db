package com.pelcro.payments.http.report;

import com.pelcro.payments.application.report.ChargeLine;
import com.pelcro.payments.application.report.RefundLine;
import com.pelcro.payments.application.report.RenewalLine;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.http.json.Times;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which columns each list has. New ones are added at the end.
final class Tables {

  static final Csv<ChargeLine> CHARGES =
      new Csv<>(
          List.of(
              "id",
              "created_at",
              "status",
              "amount",
              "currency",
              "amount_captured",
              "amount_refunded",
              "customer",
              "payment_method",
              "card_network",
              "card_last4",
              "subscription",
              "renewal",
              "decline_code",
              "failure_code",
              "gateway_transaction_id",
              "reference",
              "description",
              "updated_at"),
          Tables::cells);

  static final Csv<RefundLine> REFUNDS =
      new Csv<>(
          List.of(
              "id",
              "created_at",
              "status",
              "amount",
              "currency",
              "charge",
              "failure_code",
              "gateway_transaction_id",
              "reason",
              "updated_at"),
          Tables::cells);

  static final Csv<RenewalLine> RENEWALS =
      new Csv<>(
          List.of(
              "id",
              "subscription",
              "customer",
              "index",
              "period_start",
              "period_end",
              "status",
              "amount",
              "currency",
              "attempts",
              "declines",
              "charge",
              "next_attempt_at",
              "updated_at"),
          Tables::cells);

  private Tables() {}

  private static @Nullable Object[] cells(ChargeLine charge) {
    return new @Nullable Object[] {
      charge.id(),
      Times.text(charge.createdAt()),
      charge.status().code(),
      charge.amount().minorUnits(),
      charge.amount().currency(),
      charge.captured().minorUnits(),
      charge.refunded().minorUnits(),
      charge.customer(),
      charge.method(),
      charge.network().code(),
      charge.last4(),
      charge.subscription(),
      charge.renewal(),
      code(charge.decline()),
      code(charge.failure()),
      charge.transaction(),
      charge.reference(),
      charge.description(),
      Times.text(charge.updatedAt())
    };
  }

  private static @Nullable Object[] cells(RefundLine refund) {
    return new @Nullable Object[] {
      refund.id(),
      Times.text(refund.createdAt()),
      refund.status().code(),
      refund.amount().minorUnits(),
      refund.amount().currency(),
      refund.charge(),
      code(refund.failure()),
      refund.transaction(),
      refund.reason(),
      Times.text(refund.updatedAt())
    };
  }

  private static @Nullable Object[] cells(RenewalLine renewal) {
    return new @Nullable Object[] {
      renewal.id(),
      renewal.subscription(),
      renewal.customer(),
      renewal.period().index(),
      Times.text(renewal.period().start()),
      Times.text(renewal.period().end()),
      renewal.status().code(),
      renewal.amount().minorUnits(),
      renewal.amount().currency(),
      renewal.attempts(),
      renewal.declines(),
      renewal.charge(),
      time(renewal.nextAttemptAt()),
      Times.text(renewal.updatedAt())
    };
  }

  private static @Nullable String code(@Nullable DeclineCode code) {
    return code == null ? null : code.code();
  }

  private static @Nullable String code(@Nullable FailureCode code) {
    return code == null ? null : code.code();
  }

  private static @Nullable String time(@Nullable Instant at) {
    return at == null ? null : Times.text(at);
  }
}
