package com.pelcro.payments.bootstrap.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.pelcro.payments.domain.TestOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Calls an HTTP API under one key and takes every answer as it comes.
public record Caller(HttpClient client, String url, String key) {

  static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(60);

  public static Caller of(String url, String key) {
    return new Caller(
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), url, key);
  }

  public Caller as(String otherKey) {
    return new Caller(client, url, otherKey);
  }

  public Answer get(String path) {
    return call("GET", path, BodyPublishers.noBody(), null);
  }

  public Answer delete(String path) {
    return call("DELETE", path, BodyPublishers.noBody(), null);
  }

  public Answer put(String path, Map<String, ?> body) {
    return call("PUT", path, json(body), null);
  }

  public Answer patch(String path, Map<String, ?> body) {
    return call("PATCH", path, json(body), null);
  }

  /// Under a key of its own.
  public Answer post(String path, Map<String, ?> body) {
    return post(path, body, UUID.randomUUID().toString());
  }

  public Answer post(String path, Map<String, ?> body, String idempotencyKey) {
    return call("POST", path, json(body), idempotencyKey);
  }

  /// A request as it is, whatever it may be.
  public Answer send(
      String method, String path, @Nullable String body, @Nullable String idempotencyKey) {
    return call(
        method,
        path,
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
        idempotencyKey);
  }

  private Answer call(
      String method, String path, BodyPublisher body, @Nullable String idempotencyKey) {
    var request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(LIMIT)
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .method(method, body);
    if (idempotencyKey != null) {
      request.header("Idempotency-Key", idempotencyKey);
    }
    try {
      var response = client.send(request.build(), BodyHandlers.ofString());
      TestOutput.answered(path, response.statusCode(), response.body());
      return new Answer(response.statusCode(), response.headers(), tree(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted during " + method + " " + path, e);
    }
  }

  private static JsonNode tree(String body) throws JsonProcessingException {
    return body.startsWith("{") || body.startsWith("[")
        ? JSON.readTree(body)
        : TextNode.valueOf(body);
  }

  private static BodyPublisher json(Map<String, ?> body) {
    try {
      return BodyPublishers.ofString(JSON.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
