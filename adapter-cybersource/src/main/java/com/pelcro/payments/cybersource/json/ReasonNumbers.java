package com.pelcro.payments.cybersource.json;

import java.util.Map;
import java.util.stream.Collectors;

/// The three-digit reason codes of searches, by the words that payments answer with.
public final class ReasonNumbers {

  private static final Map<String, String> REASONS =
      Table.rows("reason-numbers.csv").stream()
          .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row.get(1)));

  private ReasonNumbers() {}

  /// The word for a number; an unknown number stands for itself.
  public static String reason(String number) {
    return REASONS.getOrDefault(number, number);
  }
}
