package com.pelcro.payments.http.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.pelcro.payments.application.Refusal.FieldProblem;
import com.pelcro.payments.application.Refusal.FieldProblem.Kind;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Turns what the schema library found into words for the person who has to mend the request. No
/// value of the request is repeated.
final class Faults {

  private final Contract contract;

  Faults(Contract contract) {
    this.contract = contract;
  }

  FieldProblem problem(Error error) {
    var kind =
        switch (error.getKeyword()) {
          case "additionalProperties", "unevaluatedProperties" -> Kind.UNKNOWN;
          default -> Kind.INVALID;
        };
    return new FieldProblem(pointer(error), kind, detail(error));
  }

  /// The field at fault: for one that is missing or should not be there, that one.
  private static String pointer(Error error) {
    var place = error.getInstanceLocation().toString();
    var inside = place.startsWith("/body") ? place.substring("/body".length()) : place;
    return switch (error.getKeyword()) {
      case "required", "additionalProperties", "unevaluatedProperties" ->
          JsonPointer.compile(inside).appendProperty(error.getProperty()).toString();
      default -> inside;
    };
  }

  private String detail(Error error) {
    var rule = error.getSchemaNode();
    return switch (error.getKeyword()) {
      case "required" -> "is required";
      case "additionalProperties", "unevaluatedProperties" -> "is no field here; remove it";
      case "type" -> "must be " + types(rule);
      case "enum" -> hint(error, "must be one of " + listed(rule));
      case "const" -> hint(error, "must be " + rule.asText());
      case "minimum" -> "must be at least " + rule.asText();
      case "maximum" -> "must be at most " + rule.asText();
      case "minLength" -> "must have at least " + rule.asText() + " character(s)";
      case "maxLength" -> "must have at most " + rule.asText() + " characters";
      case "minItems" -> "must have at least " + rule.asText() + " item(s); or leave it out";
      case "maxItems" -> "must have at most " + rule.asText() + " items";
      case "uniqueItems" -> "names something twice";
      case "minProperties" -> "must have at least " + rule.asText() + " field(s)";
      case "maxProperties" -> "must have at most " + rule.asText() + " fields";
      case "propertyNames" -> "has a field whose name is empty or too long";
      case "pattern" -> hint(error, "is not in the form asked for");
      case "format" -> Formats.help(rule.asText());
      default -> hint(error, "is not what the contract asks for (" + error.getKeyword() + ")");
    };
  }

  /// The contract's own words for a rule, which stand beside it.
  private String hint(Error error, String otherwise) {
    var beside = error.getSchemaLocation().getFragment().getParent();
    return contract.at(beside.toString()).path("x-hint").asText(otherwise);
  }

  private static String types(JsonNode rule) {
    return rule.isTextual()
        ? named(rule.textValue())
        : StreamSupport.stream(rule.spliterator(), false)
            .map(type -> named(type.textValue()))
            .collect(Collectors.joining(" or "));
  }

  private static String named(String type) {
    return switch (type) {
      case "integer" -> "an integer";
      case "object" -> "an object";
      case "array" -> "a list";
      case "boolean" -> "true or false";
      case "null" -> "null";
      default -> "a " + type;
    };
  }

  private static String listed(JsonNode rule) {
    return StreamSupport.stream(rule.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(", "));
  }
}
