package com.pelcro.payments.cybersource.json;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a search brought. A search without hits has no list at all.
public final class Hits {

  private Hits() {}

  /// Whether the result says how many hits there are and brings them all.
  public static boolean isWhole(Reading result) {
    return result.number("totalCount").filter(total -> total == all(result).size()).isPresent();
  }

  /// The transactions on a page that begins after `offset` others; empty when the result does not
  /// say how many there are, or stops short of them.
  public static Optional<List<Reading>> page(Reading result, int offset) {
    return result
        .number("totalCount")
        .filter(total -> total <= offset || !all(result).isEmpty())
        .map(_ -> all(result));
  }

  /// Where the page after this one begins, if there is one.
  public static OptionalInt next(Reading result, int offset) {
    var end = offset + all(result).size();
    return result.number("totalCount").filter(total -> total > end).isPresent()
        ? OptionalInt.of(end)
        : OptionalInt.empty();
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
