package com.pelcro.payments.http.intake;

import com.pelcro.payments.domain.idempotency.TimeOrderedId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Finds card numbers in text: groups of digits, between which only spaces and dashes stand, that
/// together are 13 to 19 digits, pass the Luhn check and begin like a card network.
///
/// A group counts as a whole: a run of twenty digits holds no card number.
public final class CardNumbers {

  private static final int SHORTEST = 13;
  private static final int LONGEST = 19;

  /// Visa; Mastercard; Maestro; American Express; Diners Club; JCB; Discover, UnionPay, Maestro and
  /// Elo; UnionPay; Mir; Carnet.
  private static final Pattern NETWORK =
      Pattern.compile(
          "(4|5[0-8]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720|3[47]|30[0-5]|3095|3[689]|35(2[89]|[3-8])"
              + "|6|81|220[0-4]|2869).*");

  private static final Pattern OLD_JCB = Pattern.compile("(1800|2131)\\d{11}");

  /// UUIDs and hashes written in hexadecimal, letters among them: chance makes card numbers of
  /// their digits, and nobody else does.
  private static final Pattern OPAQUE =
      Pattern.compile(
          "\\p{XDigit}{8}-\\p{XDigit}{4}-[1-8]\\p{XDigit}{3}-[89abAB]\\p{XDigit}{3}-\\p{XDigit}{12}"
              + "|(?<!\\p{XDigit})(?=[0-9]*[a-fA-F])\\p{XDigit}{32,}");

  private static final List<String> OUR_PREFIXES =
      List.of("site_", "key_", "cus_", "cs_", "pm_", "ch_", "re_", "sub_", "rn_", "evt_", "op_");

  private CardNumbers() {}

  public static boolean isIn(String text) {
    return text.length() >= SHORTEST
        && !isOurs(text)
        && holds(OPAQUE.matcher(text).replaceAll("x"));
  }

  private static boolean isOurs(String text) {
    return OUR_PREFIXES.stream().anyMatch(prefix -> TimeOrderedId.isValid(prefix, text));
  }

  private static boolean holds(String text) {
    var groups = new ArrayList<String>();
    var group = new StringBuilder();
    for (var character : text.codePoints().toArray()) {
      var digit = Character.digit(character, 10);
      if (digit >= 0) {
        group.append(digit);
      } else {
        close(group, groups);
        if (!isSeparator(character)) {
          if (anyRun(groups)) {
            return true;
          }
          groups.clear();
        }
      }
    }
    close(group, groups);
    return anyRun(groups);
  }

  private static void close(StringBuilder group, List<String> groups) {
    if (!group.isEmpty()) {
      groups.add(group.toString());
      group.setLength(0);
    }
  }

  /// Spaces and dashes of every kind and width, those without any included.
  private static boolean isSeparator(int character) {
    return switch (Character.getType(character)) {
      case Character.SPACE_SEPARATOR, Character.DASH_PUNCTUATION, Character.FORMAT -> true;
      default -> Character.isWhitespace(character) || character == '\u2212';
    };
  }

  private static boolean anyRun(List<String> groups) {
    for (int from = 0; from < groups.size(); from++) {
      var run = new StringBuilder();
      for (int to = from; to < groups.size() && run.length() <= LONGEST; to++) {
        if (isCard(run.append(groups.get(to)))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isCard(CharSequence digits) {
    return digits.length() >= SHORTEST
        && digits.length() <= LONGEST
        && (NETWORK.matcher(digits).matches() || OLD_JCB.matcher(digits).matches())
        && passesLuhn(digits);
  }

  private static boolean passesLuhn(CharSequence digits) {
    int sum = 0;
    for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
      int digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
      int weighed = fromRight % 2 == 0 ? digit : 2 * digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }
}
