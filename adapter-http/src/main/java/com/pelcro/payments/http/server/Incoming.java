package com.pelcro.payments.http.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.pelcro.payments.domain.idempotency.IdempotencyKey;
import com.pelcro.payments.domain.idempotency.RequestFingerprint;
import com.pelcro.payments.domain.idempotency.TimeOrderedId;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.http.access.Caller;
import com.pelcro.payments.http.contract.Operation;
import com.pelcro.payments.http.intake.CardNumbers;
import com.pelcro.payments.http.json.Json;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request as it came, copied off the event loop.
record Incoming(
    Map<String, String> path,
    Map<String, List<String>> query,
    MultiMap headers,
    Buffer body,
    String url,
    String address) {

  /// A header; one that came more than once is all of its values, which is none of the right ones.
  @Nullable String header(String name) {
    var values = headers.getAll(name);
    return values.isEmpty() ? null : String.join(", ", values);
  }

  @Nullable String key() {
    return header(Operation.KEY_HEADER);
  }

  /// The site in the path, if there is one and it could exist.
  @Nullable SiteId site() {
    var site = path.get("site");
    return site != null && TimeOrderedId.isValid(SiteId.PREFIX, site) ? new SiteId(site) : null;
  }

  /// Whether a card number stands anywhere but in the body.
  boolean showsCardNumber() {
    var key = key();
    return (key != null && CardNumbers.isIn(key))
        || path.values().stream().anyMatch(CardNumbers::isIn)
        || query.keySet().stream().anyMatch(CardNumbers::isIn)
        || query.values().stream().flatMap(List::stream).anyMatch(CardNumbers::isIn);
  }

  /// The call this is, after everything was checked.
  Call call(Caller caller, Operation operation, JsonNode given) {
    var json = given.isMissingNode() ? JsonNodeFactory.instance.objectNode() : given;
    var key = key() == null ? "made-" + UUID.randomUUID() : key();
    return new Call(
        caller,
        path,
        operation.query(query),
        json,
        new IdempotencyKey(operation.key() == Operation.Need.NONE ? "none" : key),
        fingerprint(operation.method(), json),
        address);
  }

  /// Over method, path and the body's meaning; how it was written makes no difference.
  private RequestFingerprint fingerprint(String method, JsonNode json) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update((method + "\n" + url + "\n").getBytes(StandardCharsets.UTF_8));
      return new RequestFingerprint(HexFormat.of().formatHex(digest.digest(Json.canonical(json))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
