package com.pelcro.payments.http.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pelcro.payments.application.Refusal.FieldProblem;
import com.pelcro.payments.application.Refusal.FieldProblem.Kind;
import com.pelcro.payments.application.Refusal.InvalidFields;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.idempotency.Intent;
import com.pelcro.payments.domain.idempotency.IdempotencyKey;
import com.pelcro.payments.domain.idempotency.RequestFingerprint;
import com.pelcro.payments.domain.idempotency.TimeOrderedId;
import com.pelcro.payments.domain.settings.Editor;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.http.access.Caller;
import com.pelcro.payments.http.json.Json;
import com.pelcro.payments.http.json.Page;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// A request that is who it says it is and what the contract asks for; `address` is where it comes
/// from.
public record Call(
    Caller caller,
    Map<String, String> path,
    ObjectNode query,
    JsonNode body,
    IdempotencyKey key,
    RequestFingerprint fingerprint,
    String address) {

  private static final int USUAL_ROWS = 20;

  /// The site in the path.
  public SiteId site() {
    return id("site", SiteId::new);
  }

  /// An id in the path, which has its form already.
  public <T> T id(String name, Function<String, T> type) {
    return type.apply(Objects.requireNonNull(path.get(name), name));
  }

  /// Who changes settings with this request.
  public Editor editor() {
    return caller.through(Editor.Door.API);
  }

  /// What this request is, for the use cases that do it once.
  public Intent intent() {
    return new Intent(site(), key, fingerprint);
  }

  public <T> T body(Class<T> type) {
    return Json.as(body, type);
  }

  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name)).map(JsonNode::asText);
  }

  /// How many rows a page may have.
  public int limit() {
    return query.path("limit").asInt(USUAL_ROWS);
  }

  /// The part of the list that is asked for; a cursor has to come from a list of the same kind.
  public Result<Window> window(String idPrefix) {
    var after = query("after").flatMap(Page::id);
    return after.filter(id -> !TimeOrderedId.isValid(idPrefix, id)).isPresent()
        ? new Refused<>(foreignCursor())
        : new Done<>(new Window(limit(), after.orElse(null)));
  }

  private static InvalidFields foreignCursor() {
    return new InvalidFields(
        List.of(
            new FieldProblem(
                "/query/after", Kind.INVALID, "is the cursor of another list; leave it out")));
  }
}
