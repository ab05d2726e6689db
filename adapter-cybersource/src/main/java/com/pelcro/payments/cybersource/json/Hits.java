package com.pelcro.payments.cybersource.json;

import java.util.List;

/// What a search brought. A search without hits has no list at all.
public final class Hits {

  private Hits() {}

  /// Whether the result says how many hits there are and brings them all.
  public static boolean isWhole(Reading result) {
    return result.number("totalCount").filter(total -> total == all(result).size()).isPresent();
  }

  /// The transactions under exactly this code; the search itself may be less exact.
  public static List<Reading> under(String code, Reading result) {
    return all(result).stream()
        .filter(hit -> hit.text("clientReferenceInformation.code").filter(code::equals).isPresent())
        .filter(hit -> hit.text("id").isPresent())
        .toList();
  }

  private static List<Reading> all(Reading result) {
    return result.objects("_embedded.transactionSummaries");
  }
}
