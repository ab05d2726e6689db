package com.pelcro.payments.domain.idempotency;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/// Makes and checks the text of ids: a prefix and the 26 characters of a UUIDv7 in Crockford's base
/// 32.
///
/// The time inside orders rows for paging and decides nothing, so ids may read the system clock.
public final class TimeOrderedId {

  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final Pattern BODY = Pattern.compile("[0-7][0-9a-hjkmnp-tv-z]{25}");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final AtomicLong LAST = new AtomicLong();

  private TimeOrderedId() {}

  /// A new id; within one process each is greater than the one before.
  public static String next(String prefix) {
    var ticket = LAST.updateAndGet(last -> Math.max(last + 1, System.currentTimeMillis() << 12));
    var high = (ticket >>> 12 << 16) | 0x7000 | (ticket & 0xfff);
    var low = (RANDOM.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return prefix + encode(high, low);
  }

  /// Returns `value` when it is an id with this prefix, and throws when it is not.
  public static String checked(String prefix, String value) {
    if (!isValid(prefix, value)) {
      throw new IllegalArgumentException(
          "an id here begins with " + prefix + ", not: " + shown(value));
    }
    return value;
  }

  public static boolean isValid(String prefix, String value) {
    return value.startsWith(prefix) && BODY.matcher(value.substring(prefix.length())).matches();
  }

  /// The 26 characters of 128 bits, for ids that are derived rather than drawn.
  public static String encode(long high, long low) {
    var text = new char[26];
    for (int at = 25; at >= 0; at--) {
      text[at] = ALPHABET.charAt((int) (low & 31));
      low = (low >>> 5) | (high << 59);
      high >>>= 5;
    }
    return new String(text);
  }

  private static String shown(String value) {
    return value.length() > 40 ? value.substring(0, 40) + "…" : value;
  }
}
