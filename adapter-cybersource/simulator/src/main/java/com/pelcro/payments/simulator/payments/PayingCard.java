package com.pelcro.payments.simulator.payments;

import com.fasterxml.jackson.databind.JsonNode;
import com.pelcro.payments.simulator.Source;
import com.pelcro.payments.simulator.card.CapturedCard;
import com.pelcro.payments.simulator.card.CardNumber;
import com.pelcro.payments.simulator.tokens.Customer;
import com.pelcro.payments.simulator.tokens.InstrumentIdentifier;
import com.pelcro.payments.simulator.tokens.PaymentInstrument;
import org.jspecify.annotations.Nullable;

/// The card a payment is made with, wherever it came from, and the tokens it came from.
///
/// @param type three-digit card type code
record PayingCard(
    CardNumber number,
    String month,
    String year,
    @Nullable String securityCode,
    String type,
    JsonNode billTo,
    @Nullable CapturedCard captured,
    @Nullable Customer customer,
    @Nullable PaymentInstrument instrument,
    @Nullable InstrumentIdentifier identifier) {

  Source source(@Nullable String commerceIndicator, @Nullable String initiator) {
    return new Source(
        new Source.Face(number.first(6), number.last4(), type, month, year),
        customer == null ? null : customer.id(),
        instrument == null ? null : instrument.id(),
        identifier == null ? null : identifier.id(),
        billTo,
        commerceIndicator,
        initiator);
  }

  /// Whether stored address data stands in for one in the request.
  boolean bringsAddress() {
    return instrument != null;
  }
}
