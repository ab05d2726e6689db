package com.pelcro.payments.domain.paymentmethod;

import com.pelcro.payments.domain.decline.DeclineReason;

/// Where a payment method stands with the vault.
public sealed interface PaymentMethodState {

  /// The gateway was asked to store the card and has not answered.
  record Verifying() implements PaymentMethodState {}

  /// The vault holds the card under this token.
  record Active(GatewayToken token) implements PaymentMethodState {}

  /// The issuer declined the card; it was never stored.
  record Unusable(DeclineReason reason) implements PaymentMethodState {}

  /// Removed, or used once and never stored; no money can be asked of it again.
  record Detached() implements PaymentMethodState {}
}
