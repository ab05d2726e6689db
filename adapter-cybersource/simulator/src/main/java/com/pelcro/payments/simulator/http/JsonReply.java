package com.pelcro.payments.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The gateway's answers in JSON: successes, and the shapes its errors have by endpoint group.
public final class JsonReply {

  private static final String JSON = "application/json;charset=utf-8";
  private static final String HAL = "application/hal+json;charset=utf-8";

  private JsonReply() {}

  /// An answer of a gateway endpoint.
  public static Reply gateway(int status, JsonTree tree) {
    return Reply.text(status, HAL, tree.node().toString());
  }

  /// The same for endpoints that answer plain JSON.
  public static Reply plain(int status, JsonTree tree) {
    return Reply.text(status, JSON, tree.node().toString());
  }

  /// An answer of the simulator's own side, exactly as built.
  public static Reply own(int status, JsonNode node) {
    return Reply.text(status, JSON, node.toString());
  }

  /// An answer of the simulator's own side, exactly as built.
  public static Reply own(int status, JsonTree tree) {
    return own(status, tree.node());
  }

  /// The one body of every failed authentication, whatever the cause.
  public static Reply unauthorized() {
    return Reply.text(401, JSON, "{\"response\":{\"rmsg\":\"Authentication Failed\"}}");
  }

  /// A path nobody serves. The gateway's own shape is unknown; ours follows the 401.
  public static Reply unknownPath() {
    return Reply.text(404, JSON, "{\"response\":{\"rmsg\":\"Resource not found\"}}");
  }

  /// The flat error of payments: `reason` and `message` at the top, fields in `details`.
  public static Reply flat(
      String reason, String message, Instant at, List<String> fields, String fieldReason) {
    var tree =
        new JsonTree()
            .put("submitTimeUtc", at.truncatedTo(ChronoUnit.SECONDS).toString())
            .put("status", "INVALID_REQUEST")
            .put("reason", reason)
            .put("message", message);
    if (!fields.isEmpty()) {
      tree.put(
          "details",
          fields.stream().map(field -> Map.of("field", field, "reason", fieldReason)).toList());
    }
    return gateway(400, tree);
  }

  /// The error of stored cards: a list with a type and a message.
  public static Reply tokens(
      int status, String type, String message, List<Map<String, String>> details) {
    var error = new JsonTree().put("type", type).put("message", message);
    if (!details.isEmpty()) {
      error.put("details", details);
    }
    return plain(status, new JsonTree().put("errors", List.of(error.node())));
  }

  /// The error of card capture: everything inside `responseStatus`.
  public static Reply capture(
      int status, String reason, String message, Map<String, String> details) {
    var entries =
        details.entrySet().stream()
            .map(entry -> Map.of("location", entry.getKey(), "message", entry.getValue()))
            .toList();
    return plain(
        status,
        new JsonTree()
            .put("responseStatus.status", status)
            .put("responseStatus.reason", reason)
            .put("responseStatus.message", message)
            .put("responseStatus.correlationId", UUID.randomUUID().toString())
            .put("responseStatus.details", entries)
            .put("_links", Map.of()));
  }
}
