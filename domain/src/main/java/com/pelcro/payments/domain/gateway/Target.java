package com.pelcro.payments.domain.gateway;

/// What a follow-up acts on, by the gateway's id of it.
public sealed interface Target {

  String transactionId();

  /// The payment: an authorization, or a sale with its capture.
  record Payment(String transactionId) implements Target {}

  /// A capture asked for on its own.
  record Capture(String transactionId) implements Target {}
}
