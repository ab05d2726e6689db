package com.pelcro.payments.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.pelcro.payments.http.json.Json;
import java.net.http.HttpResponse;
import java.util.List;

/// What came back.
public record Answer(HttpResponse<String> response) {

  public int status() {
    return response.statusCode();
  }

  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  public String text() {
    return response.body();
  }

  public JsonNode json() {
    try {
      return text().isEmpty() ? MissingNode.getInstance() : Json.read(text());
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + text(), e);
    }
  }

  /// The text at a JSON pointer, empty if there is none.
  public String at(String pointer) {
    return json().at(pointer).asText();
  }

  public String id() {
    return at("/id");
  }

  public String code() {
    return at("/code");
  }

  public List<String> pointers() {
    return json()
        .path("errors")
        .valueStream()
        .map(error -> error.path("pointer").asText())
        .toList();
  }
}
