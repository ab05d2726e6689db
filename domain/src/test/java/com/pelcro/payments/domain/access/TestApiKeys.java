package com.pelcro.payments.domain.access;

import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;

/// Site keys to test with.
public final class TestApiKeys {

  public static final Instant MADE = Instant.parse("2026-03-01T10:15:37.234Z");

  private TestApiKeys() {}

  /// A key that was never used; its text is `sk_` and its id.
  public static ApiKey unused(SiteId site) {
    var id = ApiKeyId.next();
    return new ApiKey(id, site, "the shop", ApiKeyHash.of("sk_" + id), MADE, null);
  }
}
