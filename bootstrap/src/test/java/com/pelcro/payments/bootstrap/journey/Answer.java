package com.pelcro.payments.bootstrap.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/// What an HTTP call came to.
record Answer(int status, HttpHeaders headers, JsonNode body) {

  /// The text at a JSON pointer, empty when there is none.
  String text(String pointer) {
    return body.at(pointer).asText("");
  }

  long number(String pointer) {
    return body.at(pointer).asLong();
  }

  String id() {
    return text("/id");
  }
}
