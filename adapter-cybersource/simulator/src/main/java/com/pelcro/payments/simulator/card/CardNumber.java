package com.pelcro.payments.simulator.card;

/// The digits of a card. They never leave the simulator: printed, it shows itself masked.
public record CardNumber(String digits) {

  /// A number as typed: spaces and dashes do not count.
  public static CardNumber typed(String text) {
    return new CardNumber(text.replaceAll("[ -]", ""));
  }

  /// Whether it could be a card at all: 12 to 19 digits with a right check digit.
  public boolean isWellFormed() {
    return digits.matches("\\d{12,19}") && luhn() % 10 == 0;
  }

  private int luhn() {
    var sum = 0;
    for (var i = 0; i < digits.length(); i++) {
      var digit = digits.charAt(digits.length() - 1 - i) - '0';
      var weighted = i % 2 == 0 ? digit : digit * 2;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum;
  }

  /// The first digits, at most this many.
  public String first(int count) {
    return digits.substring(0, Math.min(count, digits.length()));
  }

  /// The last four digits.
  public String last4() {
    return digits.substring(Math.max(0, digits.length() - 4));
  }

  /// The form stored cards show: six digits, crosses, four digits.
  public String masked() {
    return first(6) + "X".repeat(Math.max(0, digits.length() - 10)) + last4();
  }

  /// The form transient tokens show: crosses and the last four.
  public String crossed() {
    return "X".repeat(Math.max(0, digits.length() - 4)) + last4();
  }

  @Override
  public String toString() {
    return crossed();
  }
}
