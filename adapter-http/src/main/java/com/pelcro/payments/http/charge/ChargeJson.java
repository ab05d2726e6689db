package com.pelcro.payments.http.charge;

import com.pelcro.payments.application.charge.Status;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeState;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.gateway.GatewayReference;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.http.decline.DeclineJson;
import com.pelcro.payments.http.decline.FailureJson;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A charge as the API shows it.
public record ChargeJson(
    String id,
    @Nullable String customer,
    String paymentMethod,
    @Nullable String subscription,
    @Nullable String renewal,
    long amount,
    String currency,
    long amountCaptured,
    long amountRefunded,
    long amountRefundable,
    String status,
    @Nullable String pendingOperation,
    boolean needsAttention,
    @Nullable DeclineJson decline,
    @Nullable FailureJson failure,
    ChecksJson checks,
    TraceJson gateway,
    @Nullable String reference,
    @Nullable String description,
    Map<String, String> metadata,
    Instant createdAt,
    Instant updatedAt) {

  record ChecksJson(@Nullable String avs, @Nullable String cvn) {

    static ChecksJson of(@Nullable GatewayReference payment) {
      return payment == null
          ? new ChecksJson(null, null)
          : new ChecksJson(payment.checks().avs(), payment.checks().cvn());
    }
  }

  record TraceJson(
      String name,
      @Nullable String transactionId,
      @Nullable String networkTransactionId,
      @Nullable String approvalCode,
      @Nullable String reconciliationId) {

    static TraceJson of(String name, @Nullable GatewayReference payment) {
      return payment == null
          ? new TraceJson(name, null, null, null, null)
          : new TraceJson(
              name,
              payment.transactionId(),
              payment.networkTransactionId(),
              payment.approvalCode(),
              payment.reconciliationId());
    }
  }

  public static ChargeJson of(Charge charge) {
    var payment = payment(charge.state()).orElse(null);
    return new ChargeJson(
        charge.id().value(),
        Optional.ofNullable(charge.customer()).map(CustomerId::value).orElse(null),
        charge.method().value(),
        Optional.ofNullable(charge.renewal()).map(one -> one.subscription().value()).orElse(null),
        Optional.ofNullable(charge.renewal()).map(one -> one.renewal().value()).orElse(null),
        charge.amount().minorUnits(),
        charge.amount().currency().getCurrencyCode(),
        charge.captured().minorUnits(),
        charge.refunds().done().minorUnits(),
        charge.refundable().minorUnits(),
        Status.of(charge.state()).code(),
        charge.pendingOperation().map(OperationKind::code).orElse(null),
        charge.needsAttention(),
        decline(charge),
        charge.state() instanceof ChargeState.Failed(var why) ? FailureJson.of(why) : null,
        ChecksJson.of(payment),
        TraceJson.of(charge.gateway().value(), payment),
        charge.notes().reference(),
        charge.notes().description(),
        charge.notes().metadata(),
        charge.createdAt(),
        charge.updatedAt());
  }

  private static @Nullable DeclineJson decline(Charge charge) {
    return charge.state() instanceof ChargeState.Declined(var reason, _)
        ? DeclineJson.of(reason, charge.updatedAt())
        : null;
  }

  /// What the gateway calls the payment, once it has answered.
  private static Optional<GatewayReference> payment(ChargeState state) {
    return switch (state) {
      case ChargeState.Pending _, ChargeState.Failed _ -> Optional.empty();
      case ChargeState.InReview(var payment) -> Optional.of(payment);
      case ChargeState.Capturing(var payment, _) -> Optional.of(payment);
      case ChargeState.Voiding(var from) -> Optional.of(from.payment());
      case ChargeState.Releasing(var payment, _, _) -> Optional.of(payment);
      case ChargeState.Authorized(var payment) -> Optional.of(payment);
      case ChargeState.Captured(var payment, _, _) -> Optional.of(payment);
      case ChargeState.Voided(var payment) -> Optional.of(payment);
      case ChargeState.Declined(_, var payment) -> Optional.of(payment);
    };
  }
}
