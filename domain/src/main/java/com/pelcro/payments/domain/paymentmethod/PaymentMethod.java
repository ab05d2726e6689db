package com.pelcro.payments.domain.paymentmethod;

import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A card we may charge. `fingerprint` is the same for the same card within a site; it appears once
/// the vault knows it.
public record PaymentMethod(
    PaymentMethodId id,
    SiteId site,
    @Nullable CustomerId customer,
    GatewayId gateway,
    CardSummary card,
    @Nullable String fingerprint,
    BillingDetails billing,
    boolean isDefault,
    PaymentMethodState state,
    CredentialLineage lineage,
    Instant createdAt,
    Instant updatedAt) {

  public PaymentMethod {
    if (isDefault && customer == null) {
      throw new IllegalArgumentException(id + " is nobody's, and so nobody's default");
    }
  }

  public boolean isActive() {
    return state instanceof PaymentMethodState.Active;
  }

  public PaymentMethod in(PaymentMethodState next, Instant now) {
    return new PaymentMethod(
        id,
        site,
        customer,
        gateway,
        card,
        fingerprint,
        billing,
        isDefault,
        next,
        lineage,
        createdAt,
        now);
  }

  /// This card as the vault now holds it.
  public PaymentMethod stored(GatewayToken token, String cardFingerprint, Instant now) {
    return new PaymentMethod(
        id,
        site,
        customer,
        gateway,
        card,
        cardFingerprint,
        billing,
        isDefault,
        new PaymentMethodState.Active(token),
        lineage,
        createdAt,
        now);
  }

  public PaymentMethod with(CardExpiry expiry, BillingDetails newBilling, Instant now) {
    var renewed = new CardSummary(card.network(), card.bin(), card.last4(), expiry);
    return new PaymentMethod(
        id,
        site,
        customer,
        gateway,
        renewed,
        fingerprint,
        newBilling,
        isDefault,
        state,
        lineage,
        createdAt,
        now);
  }

  public PaymentMethod asDefault(boolean chosen, Instant now) {
    return new PaymentMethod(
        id,
        site,
        customer,
        gateway,
        card,
        fingerprint,
        billing,
        chosen,
        state,
        lineage,
        createdAt,
        now);
  }

  public PaymentMethod with(CredentialLineage next) {
    return new PaymentMethod(
        id,
        site,
        customer,
        gateway,
        card,
        fingerprint,
        billing,
        isDefault,
        state,
        next,
        createdAt,
        updatedAt);
  }
}
