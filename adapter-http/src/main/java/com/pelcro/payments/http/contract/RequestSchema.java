package com.pelcro.payments.http.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// One schema over all of a request, `{"query", "header", "body"}`, put together from the
/// operation's own: so that every fault is found in one go.
record RequestSchema(List<Parameter> parameters, JsonNode definition, String pointer) {

  private static final String MEDIA = "/requestBody/content/application~1json/schema";

  JsonNode whole() {
    var whole = JsonNodeFactory.instance.objectNode();
    var parts = whole.put("type", "object").putObject("properties");
    parts.set("query", of(parameters, "query"));
    parts.set("header", of(parameters, "header"));
    if (definition.has("requestBody")) {
      parts.putObject("body").put("$ref", Contract.reference(pointer + MEDIA));
    }
    return whole;
  }

  /// The parameters in one place as an object without any others.
  static ObjectNode of(List<Parameter> parameters, String place) {
    var object = JsonNodeFactory.instance.objectNode();
    object.put("type", "object").put("additionalProperties", false);
    var properties = object.putObject("properties");
    var required = object.putArray("required");
    parameters.stream()
        .filter(parameter -> parameter.place().equals(place))
        .forEach(
            parameter -> {
              properties.putObject(parameter.name()).put("$ref", parameter.schema());
              if (parameter.required() && !place.equals("header")) {
                required.add(parameter.name());
              }
            });
    return object;
  }
}
