package com.pelcro.payments.http.refund;

import com.pelcro.payments.domain.refund.Refund;
import com.pelcro.payments.domain.refund.RefundState;
import com.pelcro.payments.http.decline.FailureJson;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A refund as the API shows it.
public record RefundJson(
    String id,
    String charge,
    long amount,
    String currency,
    String status,
    @Nullable FailureJson failure,
    @Nullable String reason,
    Map<String, String> metadata,
    @Nullable TraceJson gateway,
    Instant createdAt,
    Instant updatedAt) {

  record TraceJson(String transactionId, @Nullable String reconciliationId) {}

  public static RefundJson of(Refund refund) {
    return new RefundJson(
        refund.id().value(),
        refund.charge().value(),
        refund.amount().minorUnits(),
        refund.amount().currency().getCurrencyCode(),
        status(refund.state()),
        refund.state() instanceof RefundState.Failed(var why) ? FailureJson.of(why) : null,
        refund.reason(),
        refund.metadata(),
        trace(refund.state()),
        refund.createdAt(),
        refund.updatedAt());
  }

  private static String status(RefundState state) {
    return switch (state) {
      case RefundState.Pending _ -> "pending";
      case RefundState.Done _ -> "succeeded";
      case RefundState.Failed _ -> "failed";
    };
  }

  private static @Nullable TraceJson trace(RefundState state) {
    return state instanceof RefundState.Done(var reference)
        ? new TraceJson(reference.transactionId(), reference.reconciliationId())
        : null;
  }
}
