package com.pelcro.payments.application.idempotency;

import com.pelcro.payments.domain.idempotency.ResourceId;

/// What is known of an idempotency key.
public sealed interface Claim {

  /// Not seen before.
  record Fresh() implements Claim {}

  /// The same request came before and stands for this.
  record Repeat(ResourceId earlier) implements Claim {}

  /// Another request came with this key.
  record Clash() implements Claim {}
}
