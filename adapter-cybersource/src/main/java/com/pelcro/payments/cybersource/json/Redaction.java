package com.pelcro.payments.cybersource.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;
import java.util.regex.Pattern;

/// Takes out of JSON what nobody has to read again: tokens that still work, and who the customer
/// is.
public final class Redaction {

  private static final Set<String> HIDDEN =
      Set.of(
          "address1",
          "address2",
          "captureContext",
          "data",
          "email",
          "firstName",
          "jti",
          "keyId",
          "lastName",
          "number",
          "phoneNumber",
          "postalCode",
          "publicKey",
          "securityCode",
          "signature",
          "transientToken",
          "transientTokenJwt");
  private static final Pattern JWT = Pattern.compile("eyJ[\\w-]+\\.[\\w.-]*");
  private static final String STARS = "***";
  private static final int LONGEST = 16_384;

  private Redaction() {}

  /// The text without secrets; what is no JSON object is told by its length alone.
  public static String of(String body) {
    return Json.read(body)
        .map(reading -> shortened(redacted(reading.node()).toString()))
        .orElseGet(() -> quoted("no JSON, " + body.length() + " characters"));
  }

  private static String shortened(String json) {
    return json.length() <= LONGEST ? json : quoted(json.length() + " characters of JSON");
  }

  private static String quoted(String text) {
    return TextNode.valueOf(text).toString();
  }

  private static JsonNode redacted(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> redacted(object);
      case ArrayNode array -> redacted(array);
      case TextNode text -> TextNode.valueOf(JWT.matcher(text.asText()).replaceAll(STARS));
      default -> node;
    };
  }

  private static JsonNode redacted(ObjectNode object) {
    var copy = JsonNodeFactory.instance.objectNode();
    for (var field : object.properties()) {
      var hidden = HIDDEN.contains(field.getKey()) && field.getValue().isValueNode();
      copy.set(field.getKey(), hidden ? TextNode.valueOf(STARS) : redacted(field.getValue()));
    }
    return copy;
  }

  private static JsonNode redacted(ArrayNode array) {
    var copy = JsonNodeFactory.instance.arrayNode();
    array.forEach(element -> copy.add(redacted(element)));
    return copy;
  }
}
