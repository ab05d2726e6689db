package com.pelcro.payments.simulator.payments;

import com.pelcro.payments.simulator.Amount;
import java.util.Map;
import java.util.Optional;

/// Amounts that decide the answer, as in one processor's sandbox: 2000 plus the raw code, in whole
/// units.
final class AmountTriggers {

  /// The amount that another processor's sandbox approves in part.
  static final long PARTIAL = 1011;

  private static final Map<String, String> BY_RAW_CODE =
      Map.ofEntries(
          Map.entry("01", "CONTACT_PROCESSOR"),
          Map.entry("02", "CONTACT_PROCESSOR"),
          Map.entry("03", "INVALID_MERCHANT_CONFIGURATION"),
          Map.entry("04", "STOLEN_LOST_CARD"),
          Map.entry("05", "PROCESSOR_DECLINED"),
          Map.entry("06", "SYSTEM_ERROR"),
          Map.entry("07", "STOLEN_LOST_CARD"),
          Map.entry("12", "GENERAL_DECLINE"),
          Map.entry("13", "GENERAL_DECLINE"),
          Map.entry("14", "INVALID_ACCOUNT"),
          Map.entry("28", "SYSTEM_ERROR"),
          Map.entry("41", "STOLEN_LOST_CARD"),
          Map.entry("43", "STOLEN_LOST_CARD"),
          Map.entry("51", "INSUFFICIENT_FUND"),
          Map.entry("54", "EXPIRED_CARD"),
          Map.entry("57", "UNAUTHORIZED_CARD"),
          Map.entry("61", "EXCEEDS_CREDIT_LIMIT"),
          Map.entry("65", "EXCEEDS_CREDIT_LIMIT"),
          Map.entry("91", "SERVICE_TIMEOUT"),
          Map.entry("96", "SYSTEM_ERROR"));

  private AmountTriggers() {}

  /// A reason and the raw code it comes with.
  record Trigger(String reason, String rawCode) {}

  static Optional<Trigger> of(Amount amount) {
    var raw = "%02d".formatted(amount.wholeUnits() - 2000);
    return Optional.ofNullable(BY_RAW_CODE.get(raw)).map(reason -> new Trigger(reason, raw));
  }

  /// The raw code that usually stands behind a reason.
  static String rawCode(String reason) {
    return BY_RAW_CODE.entrySet().stream()
        .filter(entry -> entry.getValue().equals(reason))
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst()
        .orElse("05");
  }
}
