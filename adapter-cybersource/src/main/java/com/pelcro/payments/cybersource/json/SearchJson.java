package com.pelcro.payments.cybersource.json;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A search in the gateway's books.
public record SearchJson(
    boolean save, String timezone, String query, int offset, int limit, String sort) {

  private static final int ENOUGH = 50;

  /// Everything under a reference code, from the day before it was asked up to now. The gateway
  /// counts in days before today.
  public static SearchJson byCode(String code, Instant askedAt, Instant now) {
    var age = Duration.between(askedAt, now);
    var days = 1 + Math.max(0, age.toDays() + 1);
    return of(
        "clientReferenceInformation.code:" + code + " AND submitTimeUtc:" + window(days), ENOUGH);
  }

  /// Everything submitted in a period, oldest first, so that what comes in meanwhile is appended:
  /// up to `limit` transactions after the first `offset`. The gateway counts whole seconds.
  public static SearchJson submitted(Instant from, Instant to, int offset, int limit) {
    var query = "submitTimeUtc:[" + second(from) + " TO " + second(to.plusNanos(999_999_999)) + "}";
    return new SearchJson(false, "GMT", query, offset, limit, "submitTimeUtc:asc");
  }

  private static Instant second(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }

  /// The smallest question: it only proves that we may ask.
  public static SearchJson anything() {
    return of("submitTimeUtc:" + window(1), 1);
  }

  private static SearchJson of(String query, int limit) {
    return new SearchJson(false, "GMT", query, 0, limit, "submitTimeUtc:desc");
  }

  private static String window(long days) {
    return "[NOW/DAY-" + days + "DAY TO NOW/HOUR+1HOUR}";
  }
}
