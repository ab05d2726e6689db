package com.pelcro.payments.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pelcro.payments.http.contract.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Every way to get one field of a good body wrong, drawn from the body's schema.
public record Mutations(Contract contract) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /// A body with one fault: where the answer has to point, and by which code.
  public record Mutation(String fault, String pointer, String code, JsonNode body) {
    @Override
    public String toString() {
      return fault + " at " + pointer;
    }
  }

  /// A value that breaks one rule; `below` is where inside the field the answer points.
  private record Bad(String fault, String below, JsonNode value) {}

  public List<Mutation> of(JsonNode schema, ObjectNode good) {
    var mutations = new ArrayList<Mutation>();
    collect(contract.at(""), resolved(schema), good, good, "", mutations);
    return mutations;
  }

  private void collect(
      JsonNode document,
      JsonNode schema,
      ObjectNode whole,
      ObjectNode part,
      String pointer,
      List<Mutation> mutations) {
    mutations.add(
        new Mutation(
            "unknown",
            pointer + "/surprise",
            "unknown_field",
            changed(whole, pointer + "/surprise", JSON.numberNode(1))));
    schema
        .path("required")
        .forEach(name -> mutations.add(missing(whole, pointer + "/" + name.asText())));
    schema
        .path("properties")
        .propertyStream()
        .forEach(
            property -> {
              var at = pointer + "/" + property.getKey();
              var rules = resolved(property.getValue());
              bad(rules).forEach(one -> mutations.add(wrong(whole, at, one)));
              if (part.get(property.getKey()) instanceof ObjectNode inside
                  && rules.has("properties")) {
                collect(document, rules, whole, inside, at, mutations);
              }
            });
  }

  private static Mutation missing(ObjectNode whole, String pointer) {
    return new Mutation("missing", pointer, "invalid_field", changed(whole, pointer, null));
  }

  private static Mutation wrong(ObjectNode whole, String pointer, Bad bad) {
    return new Mutation(
        bad.fault(), pointer + bad.below(), "invalid_field", changed(whole, pointer, bad.value()));
  }

  /// A copy of `whole` with the value at a pointer replaced, or taken away.
  private static ObjectNode changed(
      ObjectNode whole, String pointer, @org.jspecify.annotations.Nullable JsonNode value) {
    var copy = whole.deepCopy();
    var cut = pointer.lastIndexOf('/');
    var parent = (ObjectNode) copy.at(pointer.substring(0, cut));
    var name = pointer.substring(cut + 1);
    if (value == null) {
      parent.remove(name);
    } else {
      parent.set(name, value);
    }
    return copy;
  }

  private Stream<Bad> bad(JsonNode rules) {
    return Stream.of(types(rules), texts(rules), numbers(rules), lists(rules), maps(rules))
        .flatMap(one -> one);
  }

  private Stream<Bad> types(JsonNode rules) {
    var types = rules.path("type").toString();
    if (rules.path("type").isMissingNode()) {
      return Stream.of();
    }
    return Stream.of(
            JSON.textNode("1"),
            JSON.numberNode(1.5),
            JSON.booleanNode(true),
            JSON.objectNode().put("x", 1),
            JSON.arrayNode().add(1),
            JSON.nullNode())
        .filter(value -> !types.contains(type(value)))
        .filter(value -> !(types.contains("number") && value.isNumber()))
        .map(value -> new Bad("a " + type(value), "", value));
  }

  private static String type(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "string";
      case NUMBER -> "number";
      case BOOLEAN -> "boolean";
      case OBJECT -> "object";
      case ARRAY -> "array";
      case NULL, MISSING, BINARY, POJO -> "null";
    };
  }

  private Stream<Bad> texts(JsonNode rules) {
    if (!rules.path("type").toString().contains("string")) {
      return Stream.of();
    }
    var longest = rules.path("maxLength").asInt(0);
    return Stream.of(
            Optional.of(new Bad("a control character", "", JSON.textNode("a\u0001"))),
            when(longest > 0, "too long", "x".repeat(longest + 1)),
            when(rules.has("minLength"), "empty", ""),
            when(rules.has("enum"), "not listed", "surprise"),
            when(rules.has("format"), "in no such form", "?!"),
            when(rules.has("pattern"), "out of pattern", "?!"))
        .flatMap(Optional::stream);
  }

  private static Optional<Bad> when(boolean applies, String fault, String value) {
    return applies ? Optional.of(new Bad(fault, "", JSON.textNode(value))) : Optional.empty();
  }

  private Stream<Bad> numbers(JsonNode rules) {
    var bad = new ArrayList<Bad>();
    if (rules.has("minimum")) {
      bad.add(new Bad("too small", "", JSON.numberNode(rules.get("minimum").asLong() - 1)));
      bad.add(new Bad("a fraction", "", JSON.numberNode(rules.get("minimum").asLong() + 0.5)));
    }
    if (rules.has("maximum")) {
      bad.add(new Bad("too large", "", JSON.numberNode(rules.get("maximum").asLong() + 1)));
    }
    if (rules.has("const")) {
      bad.add(new Bad("another constant", "", JSON.booleanNode(false)));
    }
    return bad.stream();
  }

  private Stream<Bad> lists(JsonNode rules) {
    if (!rules.has("items")) {
      return Stream.of();
    }
    var items = resolved(rules.get("items"));
    var bad = new ArrayList<Bad>();
    bad(items)
        .forEach(
            one ->
                bad.add(
                    new Bad(one.fault() + " in a list", "/0" + one.below(), list(one.value()))));
    if (rules.has("minItems")) {
      bad.add(new Bad("an empty list", "", JSON.arrayNode()));
    }
    if (rules.has("maxItems")) {
      bad.add(new Bad("too many items", "", many(rules.get("maxItems").asInt() + 1)));
    }
    return bad.stream();
  }

  private static ArrayNode list(JsonNode value) {
    return JSON.arrayNode().add(value);
  }

  private static ArrayNode many(int count) {
    var list = JSON.arrayNode();
    IntStream.range(0, count).forEach(at -> list.add("https://a" + at + ".example"));
    return list;
  }

  private Stream<Bad> maps(JsonNode rules) {
    if (!rules.path("additionalProperties").isObject()) {
      return Stream.of();
    }
    var values = resolved(rules.get("additionalProperties"));
    var bad = new ArrayList<Bad>();
    bad.add(new Bad("too many entries", "", entries(rules.path("maxProperties").asInt() + 1)));
    bad.add(new Bad("a number inside", "/x", JSON.objectNode().put("x", 1)));
    bad.add(
        new Bad(
            "a long value inside",
            "/x",
            JSON.objectNode().put("x", "v".repeat(values.path("maxLength").asInt() + 1))));
    return bad.stream();
  }

  private static ObjectNode entries(int count) {
    var map = JSON.objectNode();
    IntStream.range(0, count).forEach(at -> map.put("k" + at, "v"));
    return map;
  }

  private JsonNode resolved(JsonNode node) {
    var reference = node.path("$ref");
    return reference.isTextual() ? contract.at(reference.asText().substring(1)) : node;
  }
}
