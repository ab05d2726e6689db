package com.pelcro.payments.domain.gateway;

/// What a look-up by our references proved.
public sealed interface Finding {

  /// Exactly one transaction is ours, of the right amount and currency; this was its outcome.
  record Found(GatewayAnswer outcome) implements Finding {}

  /// Nothing is there, or nothing is there yet: the index of a gateway lags.
  record NotFound() implements Finding {}

  /// Something is there that does not fit: more than one hit, or another amount. A person has to
  /// look.
  record Contradiction(String why) implements Finding {}

  /// The gateway could not be asked.
  record Unavailable(String why) implements Finding {}
}
