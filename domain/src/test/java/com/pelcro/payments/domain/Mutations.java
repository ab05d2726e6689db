package com.pelcro.payments.domain;

import java.util.List;
import java.util.Random;

/// Spoils texts at random, the same way for the same seed. `-Dfuzz.rounds` makes the tests that use
/// it go on for longer, and `-Dfuzz.seed` differently.
public final class Mutations {

  /// How often a test is to try, when its usual number is this one.
  public static int rounds(int usual) {
    return Integer.getInteger("fuzz.rounds", usual);
  }

  private static final int MOST_CHANGES = 4;
  private static final int LONGEST_CUT = 12;

  private static final List<String> PIECES =
      List.of(
          "null",
          "true",
          "-1",
          "0",
          "1e999",
          "1e999999999",
          "1e99999999999",
          "0.1",
          "99999999999999999999999",
          "-9223372036854775809",
          "\"",
          "\\",
          "\\u0000",
          "\\ud800",
          "{",
          "}",
          "{}",
          "[",
          "]",
          "[]",
          ",",
          ":",
          "\u0000",
          "\u202e",
          "\ud83d\ude00",
          "\ufeff",
          "'; DROP TABLE charges; --",
          "%00",
          "../",
          "\"__proto__\":{},",
          "[".repeat(2_000),
          "{\"a\":".repeat(2_000),
          "9".repeat(5_000),
          "x".repeat(10_000));

  private final Random random;

  public Mutations(long seed) {
    this.random = new Random(Long.getLong("fuzz.seed", seed));
  }

  /// The text with a few pieces cut out, doubled, put in, or put in place of others.
  public String of(String text) {
    var spoiled = new StringBuilder(text);
    for (int change = random.nextInt(MOST_CHANGES); change >= 0; change--) {
      var from = random.nextInt(spoiled.length() + 1);
      var to = Math.min(spoiled.length(), from + random.nextInt(LONGEST_CUT));
      switch (random.nextInt(4)) {
        case 0 -> spoiled.delete(from, to);
        case 1 -> spoiled.insert(from, spoiled.substring(from, to));
        case 2 -> spoiled.insert(from, piece());
        default -> spoiled.replace(from, to, piece());
      }
    }
    return spoiled.toString();
  }

  /// A text of any characters, control characters among them.
  public String noise(int longest) {
    var noise = new StringBuilder();
    for (int left = random.nextInt(longest); left > 0; left--) {
      noise.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x100));
    }
    return noise.toString();
  }

  /// One of these.
  public <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private String piece() {
    return random.nextInt(3) == 0
        ? Character.toString(random.nextInt(0x20, 0x7f))
        : PIECES.get(random.nextInt(PIECES.size()));
  }
}
