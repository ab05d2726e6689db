package com.pelcro.payments.benchmarks.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;

/// Asks one by one, for what is set up before something is measured.
record Api(HttpClient client, String url, String key) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Api at(int port, String key) {
    return new Api(HttpClient.newHttpClient(), "http://127.0.0.1:" + port, key);
  }

  JsonNode get(String path) {
    return ask("GET", path, null);
  }

  JsonNode delete(String path) {
    return ask("DELETE", path, null);
  }

  JsonNode post(String path, Map<String, ?> body) {
    return ask("POST", path, body);
  }

  JsonNode put(String path, Map<String, ?> body) {
    return ask("PUT", path, body);
  }

  private JsonNode ask(String method, String path, Map<String, ?> body) {
    try {
      var answer = answer(method, path, body);
      return answer.isBlank() ? JSON.createObjectNode() : JSON.readTree(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  String text(String path) {
    return answer("GET", path, null);
  }

  private String answer(String method, String path, Map<String, ?> body) {
    try {
      var publisher =
          body == null
              ? BodyPublishers.noBody()
              : BodyPublishers.ofString(JSON.writeValueAsString(body));
      var request =
          HttpRequest.newBuilder(URI.create(url + path))
              .header("Authorization", "Bearer " + key)
              .header("Content-Type", "application/json")
              .header("Idempotency-Key", UUID.randomUUID().toString())
              .method(method, publisher)
              .build();
      var response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(
            method + " " + path + ": " + response.statusCode() + " " + response.body());
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
