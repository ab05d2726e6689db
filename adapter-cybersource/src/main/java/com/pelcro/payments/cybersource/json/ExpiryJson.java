package com.pelcro.payments.cybersource.json;

import com.pelcro.payments.domain.paymentmethod.CardExpiry;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A card's expiry, `MM` and `YYYY`, and in version 1 of the vault the network's name.
public record ExpiryJson(String expirationMonth, String expirationYear, @Nullable String type) {

  static ExpiryJson of(CardExpiry expiry) {
    return new ExpiryJson(
        String.format(Locale.ROOT, "%02d", expiry.month()),
        String.format(Locale.ROOT, "%04d", expiry.year()),
        null);
  }

  ExpiryJson typed(String network) {
    return new ExpiryJson(expirationMonth, expirationYear, network);
  }
}
