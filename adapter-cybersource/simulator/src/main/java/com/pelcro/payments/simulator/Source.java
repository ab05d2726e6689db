package com.pelcro.payments.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// Whose money moves: the card as it may be shown, the stored tokens it came from, and who
/// initiated it.
public record Source(
    @Nullable Face card,
    @Nullable String customer,
    @Nullable String paymentInstrument,
    @Nullable String instrumentIdentifier,
    JsonNode billTo,
    @Nullable String commerceIndicator,
    @Nullable String initiator) {

  /// A card without its number.
  public record Face(String prefix, String last4, String type, String month, String year) {}

  /// The same with the tokens that the payment made.
  public Source stored(
      @Nullable String newCustomer,
      @Nullable String newInstrument,
      @Nullable String newIdentifier) {
    return new Source(
        card,
        newCustomer == null ? customer : newCustomer,
        newInstrument == null ? paymentInstrument : newInstrument,
        newIdentifier == null ? instrumentIdentifier : newIdentifier,
        billTo,
        commerceIndicator,
        initiator);
  }
}
