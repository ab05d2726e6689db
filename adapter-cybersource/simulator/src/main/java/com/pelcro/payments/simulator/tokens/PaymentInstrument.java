package com.pelcro.payments.simulator.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// A stored card with its expiry and address. The number is elsewhere: in its instrument
/// identifier.
///
/// @param customer null for one that stands alone
/// @param type three-digit card type code
/// @param version counts the changes; the ETag shows it
public record PaymentInstrument(
    String id,
    String merchant,
    @Nullable String customer,
    String month,
    String year,
    String type,
    JsonNode billTo,
    String identifier,
    int version) {

  PaymentInstrument with(String newMonth, String newYear, String newType, JsonNode newBillTo) {
    return new PaymentInstrument(
        id, merchant, customer, newMonth, newYear, newType, newBillTo, identifier, version + 1);
  }
}
