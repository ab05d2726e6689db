package com.pelcro.payments.http.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.pelcro.payments.application.Refusal.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// One operation of the contract: a method and a path, and what a request for it may hold.
public final class Operation {

  /// The header that names an intention.
  public static final String KEY_HEADER = "Idempotency-Key";

  private static final String JSON = "application/json";

  /// Whether a body or a header has to be there.
  public enum Need {
    NONE,
    OPTIONAL,
    REQUIRED
  }

  private final String method;
  private final String path;
  private final JsonNode definition;
  private final List<Parameter> parameters;
  private final Schema request;
  private final Schema inPath;
  private final Faults faults;

  private Operation(
      Contract contract,
      String method,
      String path,
      JsonNode definition,
      List<Parameter> parameters,
      String pointer) {
    this.method = method;
    this.path = path;
    this.definition = definition;
    this.parameters = parameters;
    this.request = contract.schema(new RequestSchema(parameters, definition, pointer).whole());
    this.inPath = contract.schema(RequestSchema.of(parameters, "path"));
    this.faults = new Faults(contract);
  }

  static Operation read(Contract contract, String path, String method, JsonNode definition) {
    var pointer = Contract.below(Contract.below("/paths", path), method);
    var parameters = new ArrayList<Parameter>();
    for (int at = 0; at < definition.path("parameters").size(); at++) {
      parameters.add(Parameter.read(contract, pointer + "/parameters/" + at));
    }
    return new Operation(
        contract, method.toUpperCase(Locale.ROOT), path, definition, parameters, pointer);
  }

  public String method() {
    return method;
  }

  /// The path with its parameters in braces.
  public String path() {
    return path;
  }

  /// The operation as the document has it.
  public JsonNode definition() {
    return definition;
  }

  /// Whose keys open it: `operator`, `site`, or nothing for everyone.
  public List<String> openTo() {
    return StreamSupport.stream(definition.path("security").spliterator(), false)
        .flatMap(way -> way.propertyStream().map(Map.Entry::getKey))
        .toList();
  }

  public Need body() {
    var body = definition.path("requestBody");
    return body.isMissingNode() ? Need.NONE : need(body.path("required").asBoolean());
  }

  public Need key() {
    return parameters.stream()
        .filter(parameter -> parameter.place().equals("header"))
        .findFirst()
        .map(parameter -> need(parameter.required()))
        .orElse(Need.NONE);
  }

  /// The media type of its answer when all is well.
  public String answers() {
    var types = definition.path("responses").path("200").path("content").propertyStream();
    return types.map(Map.Entry::getKey).findFirst().orElse(JSON);
  }

  /// Whether what stands in the path could name something at all.
  public boolean couldBeThere(Map<String, String> inThePath) {
    var values = JsonNodeFactory.instance.objectNode();
    inThePath.forEach(values::put);
    return inPath.validate(values).isEmpty();
  }

  /// Everything about a request that is not as the contract asks, all at once. A body that was left
  /// out is missing.
  public List<FieldProblem> problems(
      Map<String, List<String>> query, @Nullable String key, JsonNode body) {
    var whole = JsonNodeFactory.instance.objectNode();
    whole.set("query", query(query));
    whole.putObject("header");
    if (key != null && key() != Need.NONE) {
      whole.withObject("/header").put(KEY_HEADER, key);
    }
    if (!body.isMissingNode()) {
      whole.set("body", body);
    }
    return request.validate(whole).stream().map(faults::problem).distinct().toList();
  }

  /// The values of a query by the types that the contract gives them; one given twice is a list,
  /// which fits nowhere.
  public ObjectNode query(Map<String, List<String>> given) {
    var query = JsonNodeFactory.instance.objectNode();
    given.forEach((name, values) -> query.set(name, value(name, values)));
    return query;
  }

  private JsonNode value(String name, List<String> values) {
    if (values.size() != 1) {
      var all = JsonNodeFactory.instance.arrayNode();
      values.forEach(all::add);
      return all;
    }
    var text = values.getFirst();
    var isNumber =
        parameters.stream().anyMatch(parameter -> parameter.isInteger(name))
            && text.matches("-?[0-9]{1,18}");
    return isNumber
        ? JsonNodeFactory.instance.numberNode(Long.parseLong(text))
        : JsonNodeFactory.instance.textNode(text);
  }

  private static Need need(boolean required) {
    return required ? Need.REQUIRED : Need.OPTIONAL;
  }
}
