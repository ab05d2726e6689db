package com.pelcro.payments.cybersource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/// The simulator's own side: what a test looks at and turns.
final class ControlPanel implements AutoCloseable {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String url;

  ControlPanel(String url) {
    this.url = url;
  }

  JsonNode get(String path) {
    return send("GET", path, "");
  }

  JsonNode post(String path, Object body) {
    return send("POST", path, MAPPER.valueToTree(body).toString());
  }

  JsonNode put(String path, Object body) {
    return send("PUT", path, MAPPER.valueToTree(body).toString());
  }

  void delete(String path) {
    var _ = send("DELETE", path, "");
  }

  /// Puts an effect in force for so many requests that match.
  void scenario(Map<String, ?> match, Map<String, ?> effect, int times) {
    var _ = post("/simulator/scenarios", Map.of("match", match, "effect", effect, "times", times));
  }

  List<JsonNode> movements() {
    return list(get("/simulator/ledger").path("data"));
  }

  List<JsonNode> requests(String pathPrefix) {
    return list(get("/simulator/requests?path_prefix=" + pathPrefix).path("data"));
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  private JsonNode send(String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(LIMIT)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      var reply = http.send(request, BodyHandlers.ofString());
      if (reply.statusCode() >= 400) {
        throw new IllegalStateException(method + " " + path + ": " + reply.body());
      }
      return MAPPER.readTree(reply.body().isEmpty() ? "{}" : reply.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
