package com.pelcro.payments.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Set;

/// Takes card data and secrets out of a body before it is logged.
final class Redaction {

  private static final Set<String> SECRET =
      Set.of(
          "number",
          "cardnumber",
          "securitycode",
          "security_code",
          "transienttokenjwt",
          "transient_token",
          "secret_key");

  private Redaction() {}

  static JsonNode of(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> object(object);
      case ArrayNode array -> {
        var copy = array.arrayNode();
        array.forEach(item -> copy.add(of(item)));
        yield copy;
      }
      default -> node;
    };
  }

  private static ObjectNode object(ObjectNode object) {
    var copy = object.objectNode();
    object
        .properties()
        .forEach(field -> copy.set(field.getKey(), value(field.getKey(), field.getValue())));
    return copy;
  }

  private static JsonNode value(String name, JsonNode value) {
    var secret = SECRET.contains(name.toLowerCase(Locale.ROOT)) && value.isValueNode();
    return secret ? TextNode.valueOf("***") : of(value);
  }

  static String header(String name, String value) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "signature" -> value.replaceAll("signature=\"[^\"]*\"", "signature=\"***\"");
      case "authorization", "cookie" -> "***";
      default -> value;
    };
  }
}
