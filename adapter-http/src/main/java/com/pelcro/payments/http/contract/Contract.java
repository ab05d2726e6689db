package com.pelcro.payments.http.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The OpenAPI document this service keeps to, read once.
@Singleton
public final class Contract {

  private static final String RESOURCE = "/openapi/payments-v1.yaml";

  /// Where the document stands, for references into it; nothing is fetched from there.
  private static final String PLACE = "https://contract.invalid/payments-v1";

  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  private final String text;
  private final JsonNode document;
  private final SchemaRegistry registry;
  private final Map<String, Operation> operations = new LinkedHashMap<>();

  @Inject
  public Contract() {
    text = load();
    document = parse(text);
    registry =
        SchemaRegistry.withDialect(
            dialect(),
            builder ->
                builder
                    .schemas(Map.of(PLACE, document.toString()))
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    document
        .path("paths")
        .propertyStream()
        .forEach(path -> addOperations(path.getKey(), path.getValue()));
  }

  /// The document as it was written.
  public String text() {
    return text;
  }

  public List<Operation> operations() {
    return List.copyOf(operations.values());
  }

  /// The operation of a route; throws when the document does not have it.
  public Operation operation(String method, String path) {
    return Objects.requireNonNull(
        operations.get(method + " " + path), () -> "the contract lacks " + method + " " + path);
  }

  /// What stands at a JSON pointer, with references followed.
  public JsonNode at(String pointer) {
    return resolved(document.at(pointer));
  }

  JsonNode resolved(JsonNode node) {
    var reference = node.path("$ref");
    return reference.isTextual() ? at(reference.textValue().substring(1)) : node;
  }

  /// Where a pointer leads when what stands there is a reference to a component.
  String target(String pointer) {
    var reference = document.at(pointer).path("$ref");
    return reference.isTextual() ? reference.textValue().substring(1) : pointer;
  }

  /// The schema at a JSON pointer into the document.
  public Schema schema(String pointer) {
    return registry.getSchema(SchemaLocation.of(reference(pointer)));
  }

  /// A schema of its own, which may refer into the document.
  Schema schema(JsonNode node) {
    return registry.getSchema(node);
  }

  static String reference(String pointer) {
    return PLACE + "#" + pointer;
  }

  static String below(String pointer, String name) {
    return JsonPointer.compile(pointer).appendProperty(name).toString();
  }

  private void addOperations(String path, JsonNode item) {
    item.propertyStream()
        .filter(member -> METHODS.contains(member.getKey()))
        .map(member -> Operation.read(this, path, member.getKey(), member.getValue()))
        .forEach(operation -> operations.put(operation.method() + " " + path, operation));
  }

  /// JSON Schema 2020-12, as OpenAPI 3.1 has it; what else stands in the document judges nothing.
  private static Dialect dialect() {
    return Dialect.builder(Dialects.getDraft202012())
        .formats(Formats.ALL)
        .unknownKeywordFactory((name, _) -> new NonValidationKeyword(name))
        .build();
  }

  private static String load() {
    try (var resource = Contract.class.getResourceAsStream(RESOURCE)) {
      return new String(
          Objects.requireNonNull(resource, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parse(String yaml) {
    try {
      return new YAMLMapper().readTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
