package com.pelcro.payments.domain.refund;

import com.pelcro.payments.domain.gateway.Failure;
import com.pelcro.payments.domain.gateway.GatewayReference;

/// Where a refund stands.
public sealed interface RefundState {

  /// Asked for and not answered; its amount stays reserved.
  record Pending() implements RefundState {}

  record Done(GatewayReference reference) implements RefundState {}

  /// It came to nothing; its amount may be refunded again.
  record Failed(Failure failure) implements RefundState {}
}
