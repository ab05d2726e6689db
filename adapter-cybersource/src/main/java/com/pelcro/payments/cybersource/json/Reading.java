package com.pelcro.payments.cybersource.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// A JSON object read by dotted paths. Whatever is absent, null or of another type than wanted
/// reads as empty: only decisions are strict, not the reading.
public record Reading(JsonNode node) {

  private static final int LONGEST_TEXT = 8192;

  /// The text or number at the path.
  public Optional<String> text(String path) {
    return Optional.of(at(path))
        .filter(found -> found.isTextual() || found.isNumber())
        .map(Reading::plain)
        .filter(text -> !text.isBlank() && text.length() <= LONGEST_TEXT);
  }

  /// The whole number at the path.
  public Optional<Long> number(String path) {
    return Optional.of(at(path)).filter(JsonNode::isIntegralNumber).map(JsonNode::asLong);
  }

  /// The object at the path.
  public Optional<Reading> object(String path) {
    return Optional.of(at(path)).filter(JsonNode::isObject).map(Reading::new);
  }

  /// The objects of the array at the path.
  public List<Reading> objects(String path) {
    return elements(path).stream().filter(JsonNode::isObject).map(Reading::new).toList();
  }

  /// The texts of the array at the path.
  public List<String> texts(String path) {
    return elements(path).stream().filter(JsonNode::isTextual).map(JsonNode::asText).toList();
  }

  private List<JsonNode> elements(String path) {
    var found = at(path);
    return found.isArray()
        ? StreamSupport.stream(found.spliterator(), false).toList()
        : List.<JsonNode>of();
  }

  private JsonNode at(String path) {
    return node.at("/" + path.replace('.', '/'));
  }

  private static String plain(JsonNode found) {
    return found.isBigDecimal() ? found.decimalValue().toPlainString() : found.asText();
  }
}
