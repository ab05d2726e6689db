package com.pelcro.payments.application.charge;

import com.pelcro.payments.application.paymentmethod.CardOffer;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;

/// What a charge is to be paid with.
public sealed interface PaidWith {

  /// A card on file.
  record Saved(PaymentMethodId method) implements PaidWith {}

  /// A card just typed, and whether it is to be on file afterwards.
  record Typed(CardOffer card, Keeping keeping) implements PaidWith {}

  /// Whether a card is kept for later.
  enum Keeping {
    KEEP,
    FORGET
  }
}
