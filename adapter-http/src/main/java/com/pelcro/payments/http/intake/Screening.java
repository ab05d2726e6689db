package com.pelcro.payments.http.intake;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.pelcro.payments.application.Refusal.FieldProblem;
import com.pelcro.payments.application.Refusal.FieldProblem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Looks through a whole body for what may be in no field: card numbers, control characters, half
/// characters, numbers beyond all measure.
public final class Screening {

  private static final int MOST_ZEROS = 40;

  /// Fields made for what the gateway gave the browser; nothing of ours reads into them.
  private static final Set<String> TOKENS = Set.of("/transient_token", "/flex_token");

  /// A phone number with its country, of 15 digits at most: chance makes card numbers of these.
  private static final Pattern PHONE = Pattern.compile("\\+([ -]?[0-9]){1,15}");

  private static final String PHONE_FIELD = "/billing_details/phone";

  private Screening() {}

  /// Whether a card number is in any string, number or name, outside of the fields for tokens. A
  /// token that is all digits was a card number in the wrong field.
  public static boolean holdsCardNumber(JsonNode body) {
    return holdsCardNumber(body, "");
  }

  private static boolean holdsCardNumber(JsonNode node, String pointer) {
    if (TOKENS.contains(pointer)) {
      return node.isTextual()
          && !hasLetters(node.textValue())
          && CardNumbers.isIn(node.textValue());
    }
    if (pointer.equals(PHONE_FIELD) && PHONE.matcher(node.asText()).matches()) {
      return false;
    }
    if (node.isValueNode()) {
      return (node.isTextual() || node.isNumber()) && CardNumbers.isIn(text(node));
    }
    return node.propertyStream()
            .anyMatch(
                field ->
                    CardNumbers.isIn(field.getKey())
                        || holdsCardNumber(field.getValue(), below(pointer, field.getKey())))
        || (node.isArray()
            && node.valueStream().anyMatch(item -> holdsCardNumber(item, pointer + "/-")));
  }

  private static boolean hasLetters(String text) {
    return text.codePoints().anyMatch(Character::isLetter);
  }

  /// A number as its digits; one with too many zeros is refused anyway, and not written out.
  private static String text(JsonNode node) {
    return node.isBigDecimal() && !isImmense(node)
        ? node.decimalValue().stripTrailingZeros().toPlainString()
        : node.asText();
  }

  /// Every string and number that no field may hold.
  public static List<FieldProblem> problems(JsonNode body) {
    var problems = new ArrayList<FieldProblem>();
    collect(body, "", problems);
    return problems;
  }

  private static void collect(JsonNode node, String pointer, List<FieldProblem> problems) {
    node.propertyStream()
        .forEach(
            field -> {
              var at = below(pointer, field.getKey());
              if (isUnfit(field.getKey())) {
                problems.add(invalid(at, "has a control character in its name; remove it"));
              }
              collect(field.getValue(), at, problems);
            });
    if (node.isArray()) {
      for (int index = 0; index < node.size(); index++) {
        collect(node.get(index), pointer + "/" + index, problems);
      }
    } else if (node.isTextual() && isUnfit(node.textValue())) {
      problems.add(invalid(pointer, "holds a control character or half a character; remove it"));
    } else if (node.isBigDecimal() && isImmense(node)) {
      problems.add(invalid(pointer, "is a number beyond all measure"));
    }
  }

  private static boolean isUnfit(String text) {
    return text.codePoints()
        .anyMatch(
            character ->
                Character.getType(character) == Character.CONTROL
                    || Character.getType(character) == Character.SURROGATE);
  }

  private static boolean isImmense(JsonNode node) {
    return Math.abs((long) node.decimalValue().scale()) > MOST_ZEROS;
  }

  private static String below(String pointer, String name) {
    return JsonPointer.compile(pointer).appendProperty(name).toString();
  }

  private static FieldProblem invalid(String pointer, String detail) {
    return new FieldProblem(pointer, Kind.INVALID, detail);
  }
}
