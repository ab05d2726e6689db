package com.pelcro.payments.simulator.microform;

import java.util.regex.Pattern;

/// Where a card form may be shown.
final class Origins {

  private static final Pattern SECURE = Pattern.compile("https://[A-Za-z0-9.-]+(:\\d{1,5})?");
  private static final Pattern LOCAL = Pattern.compile("http://localhost(:\\d{1,5})?");

  private Origins() {}

  /// Scheme, host, and port where it is not the usual one; `http` for localhost alone; no path, no
  /// wildcard.
  static boolean isOrigin(String text) {
    return SECURE.matcher(text).matches() || LOCAL.matcher(text).matches();
  }
}
