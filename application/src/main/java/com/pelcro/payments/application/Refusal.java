package com.pelcro.payments.application;

import com.pelcro.payments.domain.decline.DeclineReason;
import com.pelcro.payments.domain.gateway.Failure;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.Flow;
import com.pelcro.payments.domain.idempotency.IdempotencyKey;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.Origin;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every no of ours. Where one is said, nothing was sent to the gateway, or nothing came of it.
public sealed interface Refusal {

  /// There is no such thing, or not at this site.
  record NotFound(String what) implements Refusal {}

  record KeyReused(IdempotencyKey key) implements Refusal {}

  /// Fields whose shape is right and whose content is not.
  record InvalidFields(List<FieldProblem> problems) implements Refusal {
    public InvalidFields {
      problems = List.copyOf(problems);
    }
  }

  /// What is wrong with one field, by its JSON pointer, with the way out.
  record FieldProblem(String pointer, Kind kind, String detail) {
    /// Whether the field should not be there, or should hold something else.
    public enum Kind {
      INVALID,
      UNKNOWN
    }
  }

  record IntegrationMissing(@Nullable GatewayId gateway) implements Refusal {}

  record IntegrationDisabled(GatewayId gateway) implements Refusal {}

  record CurrencyNotSupported(Currency asked, List<Currency> supported) implements Refusal {}

  record OriginNotAllowed(Origin origin) implements Refusal {}

  record NetworkNotAllowed(List<CardNetwork> networks) implements Refusal {}

  record TokenInvalid(String why) implements Refusal {}

  record TokenExpired() implements Refusal {}

  record TokenAlreadyUsed() implements Refusal {}

  /// The card cannot be charged; `decline` is there when its issuer said so just now.
  record PaymentMethodUnusable(
      @Nullable PaymentMethodId method, String why, @Nullable DeclineReason decline)
      implements Refusal {}

  /// Too many cards just typed were declined there; none is taken for this time.
  record TooManyDeclines(Duration pause) implements Refusal {}

  record AmountTooLarge(Money asked, Money most) implements Refusal {}

  record FlowNotSupported(Flow flow) implements Refusal {}

  /// Something that is there already stands in the way; `existing` is its id.
  record Conflict(String why, @Nullable String existing) implements Refusal {}

  /// Right request, wrong moment.
  record InvalidState(String why) implements Refusal {}

  /// The gateway could not be reached, and nothing was charged.
  record GatewayUnavailable(String why) implements Refusal {}

  /// The gateway does not accept the integration's credentials, and nothing was charged.
  record GatewayCredentialsRejected() implements Refusal {}

  /// What to say when the gateway would not do a thing that moves no money.
  static Refusal because(Failure failure) {
    return failure.code() == FailureCode.GATEWAY_CREDENTIALS_REJECTED
        ? new GatewayCredentialsRejected()
        : new GatewayUnavailable(failure.detail());
  }
}
