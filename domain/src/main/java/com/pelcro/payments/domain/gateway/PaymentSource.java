package com.pelcro.payments.domain.gateway;

import com.pelcro.payments.domain.paymentmethod.CardSummary;
import com.pelcro.payments.domain.paymentmethod.GatewayToken;

/// What is to be charged.
public sealed interface PaymentSource {

  /// A card the vault holds.
  record Stored(GatewayToken token, CardSummary card) implements PaymentSource {}

  /// A card just typed in, for this payment only.
  record Once(FreshCard card) implements PaymentSource {}

  /// A card just typed in, to be stored for its owner if the payment is approved.
  record ToKeep(FreshCard card, CardOwner owner) implements PaymentSource {}
}
