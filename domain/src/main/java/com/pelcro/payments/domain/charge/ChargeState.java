package com.pelcro.payments.domain.charge;

import com.pelcro.payments.domain.decline.DeclineReason;
import com.pelcro.payments.domain.gateway.Failure;
import com.pelcro.payments.domain.gateway.GatewayReference;
import com.pelcro.payments.domain.money.Money;

/// What the gateway has answered so far. States only move forward; every edge is in [Charge].
public sealed interface ChargeState {

  /// Something was asked and is not answered.
  sealed interface Open extends ChargeState {}

  /// The money is held or taken.
  sealed interface Approved extends ChargeState {
    GatewayReference payment();
  }

  /// No money is held or taken, and none will be.
  sealed interface Closed extends ChargeState {}

  /// The charge itself was asked for.
  record Pending() implements Open {}

  /// A person at the merchant has to accept or reject the payment first.
  record InReview(GatewayReference payment) implements Open {}

  /// Taking `asked` of the held money was asked for.
  record Capturing(GatewayReference payment, Money asked) implements Open {}

  /// Undoing was asked for; a refusal leads back to `from`.
  record Voiding(Approved from) implements Open {}

  /// The hold of `held` has to go; then the charge is `then`.
  record Releasing(GatewayReference payment, Money held, Closed then) implements Open {}

  /// The money is held.
  record Authorized(GatewayReference payment) implements Approved {}

  /// `taken` was taken, by the sale itself (`capture` is `payment`) or by a capture of its own.
  record Captured(GatewayReference payment, GatewayReference capture, Money taken)
      implements Approved {}

  /// Undone before it settled.
  record Voided(GatewayReference payment) implements Closed {}

  /// The issuer said no, or we let go of what it held.
  record Declined(DeclineReason reason, GatewayReference payment) implements Closed {}

  /// It came to nothing: never charged.
  record Failed(Failure failure) implements Closed {}
}
