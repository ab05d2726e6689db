package com.pelcro.payments.domain.idempotency;

/// The id of something a request can make, and so of what an idempotency key can stand for.
public interface ResourceId {
  String value();
}
