package com.pelcro.payments.persistence.site;

import com.pelcro.payments.domain.site.SharedSecret;
import org.jspecify.annotations.Nullable;

/// What stored secrets are sealed with: `current` seals, `previous` still opens what it sealed
/// before the keys were changed. Each has at least 32 characters.
public record SecretKeys(SharedSecret current, @Nullable SharedSecret previous) {

  private static final int SHORTEST = 32;

  public SecretKeys {
    check(current);
    if (previous != null) {
      check(previous);
    }
  }

  private static void check(SharedSecret key) {
    if (key.reveal().length() < SHORTEST) {
      throw new IllegalArgumentException(
          "a key that seals secrets has at least " + SHORTEST + " characters");
    }
  }
}
