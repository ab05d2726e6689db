package com.pelcro.payments.application.charge;

import com.pelcro.payments.domain.charge.Charge;

/// What a charge is collected for is told of each of its steps, in the transaction that takes it:
/// the period of a subscription is paid in the same moment as its charge, or neither is.
public interface Collected {

  /// The charge, locked by this transaction, came to stand where it stands.
  void resolved(Charge charge);
}
