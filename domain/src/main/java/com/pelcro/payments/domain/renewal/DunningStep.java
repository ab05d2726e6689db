package com.pelcro.payments.domain.renewal;

import java.time.Instant;

/// What follows from a declined renewal.
public sealed interface DunningStep {

  /// The same card is tried again at this time.
  record RetryAt(Instant at) implements DunningStep {}

  /// This card is not tried again; unless another comes, it is given up at this time.
  record AwaitMethod(Instant until) implements DunningStep {}

  /// It is not the card: somebody at the site has to look at it.
  record Hold() implements DunningStep {}

  /// The period stays unpaid.
  record GiveUp() implements DunningStep {}
}
