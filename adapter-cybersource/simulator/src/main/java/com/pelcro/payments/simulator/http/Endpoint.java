package com.pelcro.payments.simulator.http;

/// Answers one kind of request. Called with the simulator's lock held, so it may change what it
/// likes.
@FunctionalInterface
public interface Endpoint {

  /// The answer, or a {@link Refusal}.
  Reply answer(Call call);
}
