package com.pelcro.payments.simulator.tokens;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/// A customer of the vault.
///
/// @param details what the merchant wrote about them
/// @param version counts the changes; the ETag shows it
public record Customer(
    String id,
    String merchant,
    ObjectNode details,
    @Nullable String defaultInstrument,
    int version) {

  Customer defaulting(@Nullable String instrument) {
    return new Customer(id, merchant, details, instrument, version + 1);
  }

  Customer having(ObjectNode newDetails) {
    return new Customer(id, merchant, newDetails, defaultInstrument, version + 1);
  }
}
