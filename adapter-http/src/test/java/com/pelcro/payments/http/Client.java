package com.pelcro.payments.http;

import com.pelcro.payments.domain.TestOutput;
import com.pelcro.payments.http.contract.Contract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Speaks to the service, and holds every answer against the contract.
public record Client(URI base, ContractCheck check, Map<String, String> headers) {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Client(URI base, Contract contract) {
    this(base, new ContractCheck(contract), Map.of());
  }

  public Client with(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Client(base, check, more);
  }

  public Client without(String name) {
    var less = new LinkedHashMap<>(headers);
    less.remove(name);
    return new Client(base, check, less);
  }

  public Client holding(String key) {
    return with("Authorization", "Bearer " + key);
  }

  public Client key(String idempotencyKey) {
    return with("Idempotency-Key", idempotencyKey);
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  public Answer put(String path, String body) {
    return send("PUT", path, body);
  }

  public Answer patch(String path, String body) {
    return send("PATCH", path, body);
  }

  /// Under a new key unless one was chosen.
  public Answer post(String path, String body) {
    var keyed = headers.containsKey("Idempotency-Key") ? this : key("k-" + UUID.randomUUID());
    return keyed.send("POST", path, body);
  }

  public Answer send(String method, String path, @Nullable String body) {
    var bytes = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
    return send(method, path, bytes, "application/json");
  }

  public Answer send(String method, String path, byte @Nullable [] body, String type) {
    var request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(30));
    headers.forEach(request::header);
    if (body != null && !type.isEmpty()) {
      request.header("Content-Type", type);
    }
    request.method(
        method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    try {
      var answer = new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
      TestOutput.answered(path, answer.status(), answer.text());
      check.check(method, base.resolve(path).getPath(), answer);
      return answer;
    } catch (IOException e) {
      throw new AssertionError(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
