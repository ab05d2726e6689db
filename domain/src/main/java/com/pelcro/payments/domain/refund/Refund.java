package com.pelcro.payments.domain.refund;

import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.gateway.Failure;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Decline;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Hold;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NoAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NotSent;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Rejection;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Review;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.refund.RefundState.Done;
import com.pelcro.payments.domain.refund.RefundState.Failed;
import com.pelcro.payments.domain.refund.RefundState.Pending;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Money of one charge given back.
public record Refund(
    RefundId id,
    SiteId site,
    ChargeId charge,
    Money amount,
    RefundState state,
    @Nullable String reason,
    Map<String, String> metadata,
    Instant createdAt,
    Instant updatedAt) {

  public Refund {
    if (amount.isZero()) {
      throw new IllegalArgumentException("a refund gives money back, " + id + " gives none");
    }
    metadata = Map.copyOf(metadata);
  }

  /// Applies an answer to an open refund. Silence changes nothing: the refund stays open.
  public Refund resolve(GatewayAnswer answer, Instant now) {
    return switch (state) {
      case Pending pending -> in(after(pending, answer), now);
      case Done _, Failed _ ->
          throw new IllegalStateException(id + " is " + state + " and awaits no " + answer);
    };
  }

  private static RefundState after(Pending pending, GatewayAnswer answer) {
    return switch (answer) {
      case Approval(var reference, _) -> new Done(reference);
      case Decline(var reason, _) ->
          new Failed(
              new Failure(
                  FailureCode.REFUND_DECLINED, "the issuer declined it: " + reason.code().code()));
      case Rejection(var failure) -> new Failed(failure);
      case NotSent(var why) -> new Failed(new Failure(FailureCode.GATEWAY_UNAVAILABLE, why));
      case Hold _, Review _, NoAnswer _ -> pending;
    };
  }

  private Refund in(RefundState next, Instant now) {
    return new Refund(id, site, charge, amount, next, reason, metadata, createdAt, now);
  }
}
