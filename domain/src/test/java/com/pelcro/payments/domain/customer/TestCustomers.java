package com.pelcro.payments.domain.customer;

import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;
import java.util.Map;

/// Customers to test with.
public final class TestCustomers {

  public static final Instant MADE = Instant.parse("2026-03-01T10:15:32.789Z");

  private TestCustomers() {}

  public static Customer ada(SiteId site) {
    return new Customer(
        CustomerId.next(),
        site,
        "reader-" + CustomerId.next(),
        "ada@reader.example",
        "Ada Räder",
        Map.of("plan", "yearly", "note", "\"quoted\", {braced} and 日本"),
        MADE,
        MADE.plusSeconds(1));
  }

  /// A customer of whom nothing is known.
  public static Customer nobody(SiteId site) {
    return new Customer(CustomerId.next(), site, null, null, null, Map.of(), MADE, MADE);
  }
}
