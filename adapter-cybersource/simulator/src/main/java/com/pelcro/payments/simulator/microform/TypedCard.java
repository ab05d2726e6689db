package com.pelcro.payments.simulator.microform;

import com.pelcro.payments.simulator.card.CardNumber;
import org.jspecify.annotations.Nullable;

/// A card as somebody typed it, not judged yet.
record TypedCard(CardNumber number, String month, String year, @Nullable String securityCode) {

  @Override
  public String toString() {
    return "TypedCard[" + number + "]";
  }
}
