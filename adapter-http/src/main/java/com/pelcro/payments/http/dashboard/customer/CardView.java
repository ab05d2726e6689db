package com.pelcro.payments.http.dashboard.customer;

import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState;
import com.pelcro.payments.http.dashboard.Words.Badge;
import com.pelcro.payments.http.dashboard.charge.ChargeRow;
import java.time.Instant;
import java.util.Locale;

/// A card of a customer.
public record CardView(
    String label, String expiry, Badge status, boolean isDefault, boolean canGo, String href) {

  static CardView of(PaymentMethod method, String href, Instant now) {
    var expiry = method.card().expiry();
    return new CardView(
        ChargeRow.card(method.card()),
        String.format(Locale.ROOT, "%02d/%d", expiry.month(), expiry.year()),
        status(method, now),
        method.isDefault(),
        method.isActive(),
        href + "/cards/" + method.id());
  }

  private static Badge status(PaymentMethod method, Instant now) {
    return switch (method.state()) {
      case PaymentMethodState.Active _ ->
          method.card().expiry().isPast(now)
              ? new Badge("Expired", "bad")
              : new Badge("Active", "good");
      case PaymentMethodState.Verifying _ -> new Badge("Being verified", "wait");
      case PaymentMethodState.Unusable _ -> new Badge("Unusable", "bad");
      case PaymentMethodState.Detached _ -> new Badge("Removed", "calm");
    };
  }
}
