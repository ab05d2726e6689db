package com.pelcro.payments.domain.site;

import java.time.Instant;
import java.time.ZoneId;

/// Sites to test with.
public final class TestSites {

  public static final Instant MADE = Instant.parse("2026-03-01T10:15:30.123Z");

  private TestSites() {}

  public static Site daily() {
    return new Site(
        SiteId.next(),
        "The Daily",
        new Origin("https://daily.example"),
        "1232",
        ZoneId.of("America/Toronto"),
        MADE);
  }

  /// A site of which only what must be known is known.
  public static Site bare() {
    return new Site(
        SiteId.next(),
        "The Weekly",
        new Origin("https://weekly.example"),
        null,
        ZoneId.of("UTC"),
        MADE);
  }
}
