package com.pelcro.payments.cybersource.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// A JSON object read by dotted paths. Whatever is absent, null or of another type than wanted
/// reads as empty: only decisions are strict, not the reading.
public record Reading(JsonNode node) {

  private static final int LONGEST_TEXT = 8192;
  private static final int MOST_ZEROS = 100;
  private static final long END_OF_TIME = Instant.parse("+10000-01-01T00:00:00Z").getEpochSecond();

  /// The text or number at the path.
  public Optional<String> text(String path) {
    return Optional.of(at(path))
        .filter(found -> found.isTextual() || found.isNumber())
        .map(Reading::plain)
        .filter(text -> !text.isBlank() && text.length() <= LONGEST_TEXT);
  }

  /// The whole number at the path.
  public Optional<Long> number(String path) {
    return Optional.of(at(path))
        .filter(found -> found.isIntegralNumber() && found.canConvertToLong())
        .map(JsonNode::asLong);
  }

  /// The moment at the path, given in seconds since 1970. One that no calendar with years of four
  /// digits has is none.
  public Optional<Instant> second(String path) {
    return number(path)
        .filter(second -> second >= 0 && second < END_OF_TIME)
        .map(Instant::ofEpochSecond);
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

  /// A number as its digits; one with too many zeros is no amount, and not written out.
  private static String plain(JsonNode found) {
    return found.isBigDecimal() && Math.abs((long) found.decimalValue().scale()) <= MOST_ZEROS
        ? found.decimalValue().toPlainString()
        : found.asText();
  }
}
