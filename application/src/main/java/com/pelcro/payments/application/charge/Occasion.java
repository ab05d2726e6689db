package com.pelcro.payments.application.charge;

import com.pelcro.payments.domain.gateway.Initiation.Agreement;
import com.pelcro.payments.domain.gateway.Initiation.Regularity;

/// What a payment is made for, which the card networks want to be told.
public sealed interface Occasion {

  /// One payment by itself.
  record Single(InitiatedBy by) implements Occasion {}

  /// The customer pays the first period of a subscription, or a later one himself.
  record FirstPeriod(Agreement agreement) implements Occasion {}

  /// The next period of a subscription, with nobody there.
  record NextPeriod(Regularity regularity) implements Occasion {}
}
