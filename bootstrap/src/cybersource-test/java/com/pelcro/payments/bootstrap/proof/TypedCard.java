package com.pelcro.payments.bootstrap.proof;

import com.pelcro.payments.bootstrap.journey.Answer;
import java.util.Map;

/// A card somebody types into the form.
record TypedCard(String number) {

  private static final Map<String, Object> BILLING =
      Map.of(
          "name", "Ana Kovac",
          "email", "ana@reader.example",
          "address",
              Map.of(
                  "line1", "Main Street 1",
                  "city", "Lyon",
                  "postal_code", "69001",
                  "country", "FR"));

  static TypedCard of(String number) {
    return new TypedCard(number);
  }

  /// What a site sends to have it saved, once it was typed into the fields of a session.
  Map<String, ?> in(Answer session, Arena arena) {
    var typed =
        Arena.ok(
            arena
                .gatewayCaller()
                .post(
                    "/simulator/cards",
                    Map.of(
                        "capture_context",
                        session.text("/capture_context"),
                        "number",
                        number,
                        "expiration_month",
                        "12",
                        "expiration_year",
                        "2034",
                        "security_code",
                        "123")));
    return Map.of(
        "card_session",
        session.id(),
        "transient_token",
        typed.text("/transient_token"),
        "billing_details",
        BILLING);
  }
}
