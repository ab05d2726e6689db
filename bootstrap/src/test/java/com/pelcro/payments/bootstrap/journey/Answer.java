package com.pelcro.payments.bootstrap.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/// What an HTTP call came to.
public record Answer(int status, HttpHeaders headers, JsonNode body) {

  /// The text at a JSON pointer, empty when there is none.
  public String text(String pointer) {
    return body.at(pointer).asText("");
  }

  public long number(String pointer) {
    return body.at(pointer).asLong();
  }

  public String id() {
    return text("/id");
  }
}
