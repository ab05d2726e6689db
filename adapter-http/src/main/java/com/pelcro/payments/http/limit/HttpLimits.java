package com.pelcro.payments.http.limit;

import java.time.Duration;
import java.util.Set;

/// What one caller may take of an instance, which counts for itself.
///
/// @param perKey how many requests one key may send a second; twice as many at once
/// @param perAddress how many requests may come from one address a second; twice as many at once
/// @param forms how many requests about card forms, of all that, may come from one address a
///   second; twice as many at once
/// @param body how long a request's body may take to arrive
/// @param idle how long a connection may be open without a whole request on it
/// @param proxies the addresses of our own proxies, which say in `X-Forwarded-For` for whom they
///   ask
public record HttpLimits(
    int perKey, int perAddress, int forms, Duration body, Duration idle, Set<String> proxies) {

  /// More than one instance can do, so that only what is out of all proportion meets it; card forms
  /// are opened by people.
  public static final HttpLimits USUAL =
      new HttpLimits(5_000, 5_000, 100, Duration.ofSeconds(20), Duration.ofSeconds(75), Set.of());

  public HttpLimits {
    proxies = Set.copyOf(proxies);
    if (perKey < 1 || perAddress < 1 || forms < 1) {
      throw new IllegalArgumentException("a limit lets at least one through");
    }
  }
}
