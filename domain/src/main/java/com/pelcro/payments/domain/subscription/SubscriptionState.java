package com.pelcro.payments.domain.subscription;

import java.time.Instant;

/// How a subscription stands.
public sealed interface SubscriptionState {

  /// It goes on: periods fall due, or will once it is resumed.
  sealed interface Live extends SubscriptionState {}

  /// Nothing of it falls due any more.
  sealed interface Over extends SubscriptionState {
    Instant at();
  }

  /// Its first period is not paid yet; unless it is by then, it is canceled.
  record Incomplete(Instant until) implements Live {}

  /// Nothing is due before its first period begins.
  record Trialing() implements Live {}

  /// What was due is paid.
  record Active() implements Live {}

  /// A period could not be collected yet.
  record PastDue() implements Live {}

  /// Nothing is collected until it is resumed.
  record Paused() implements Live {}

  /// It was given up, by a person or because it was not paid.
  record Canceled(Instant at) implements Over {}

  /// All its periods are over.
  record Ended(Instant at) implements Over {}
}
