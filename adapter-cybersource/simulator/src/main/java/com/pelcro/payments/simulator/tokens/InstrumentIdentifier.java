package com.pelcro.payments.simulator.tokens;

import com.pelcro.payments.simulator.card.CardNumber;
import org.jspecify.annotations.Nullable;

/// A stored card number, with the lineage that later merchant-initiated payments need.
///
/// @param previousTransactionId the network's id of the last approved payment
/// @param originalAmount decimal string of the first one
/// @param version counts the changes; the ETag shows it
public record InstrumentIdentifier(
    String id,
    String merchant,
    CardNumber number,
    @Nullable String previousTransactionId,
    @Nullable String originalAmount,
    int version) {

  InstrumentIdentifier descending(@Nullable String previous, @Nullable String original) {
    return new InstrumentIdentifier(id, merchant, number, previous, original, version + 1);
  }
}
