package com.pelcro.payments.domain.idempotency;

import java.util.regex.Pattern;

/// The caller's name for one intention: 1 to 255 visible ASCII characters.
public record IdempotencyKey(String value) {

  private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,255}");

  public IdempotencyKey {
    if (!isValid(value)) {
      throw new IllegalArgumentException("an idempotency key is 1 to 255 visible ASCII characters");
    }
  }

  public static boolean isValid(String value) {
    return VISIBLE.matcher(value).matches();
  }
}
