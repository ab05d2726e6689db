package com.pelcro.payments.http.paymentmethod;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.paymentmethod.CardSummary;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A payment method as the API shows it.
public record PaymentMethodJson(
    String id,
    @Nullable String customer,
    String gateway,
    String type,
    CardJson card,
    BillingJson billingDetails,
    @JsonProperty("default") boolean isDefault,
    String status,
    Instant createdAt,
    Instant updatedAt) {

  record CardJson(
      String network,
      @Nullable String bin,
      String last4,
      int expMonth,
      int expYear,
      @Nullable String fingerprint) {

    static CardJson of(CardSummary card, @Nullable String fingerprint) {
      return new CardJson(
          card.network().code(),
          card.bin(),
          card.last4(),
          card.expiry().month(),
          card.expiry().year(),
          fingerprint);
    }
  }

  /// `now` tells whether the card has expired.
  public static PaymentMethodJson of(PaymentMethod method, Instant now) {
    return new PaymentMethodJson(
        method.id().value(),
        Optional.ofNullable(method.customer()).map(CustomerId::value).orElse(null),
        method.gateway().value(),
        "card",
        CardJson.of(method.card(), method.fingerprint()),
        BillingJson.of(method.billing()),
        method.isDefault() && method.isActive(),
        status(method, now),
        method.createdAt(),
        method.updatedAt());
  }

  private static String status(PaymentMethod method, Instant now) {
    return switch (method.state()) {
      case PaymentMethodState.Verifying _ -> "pending";
      case PaymentMethodState.Active _ when method.card().expiry().isPast(now) -> "expired";
      case PaymentMethodState.Active _ -> "active";
      case PaymentMethodState.Unusable _ -> "unusable";
      case PaymentMethodState.Detached _ -> "detached";
    };
  }
}
