package com.pelcro.payments.http.server;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// A page asked for by a browser, or a form sent by one. Only what was named is looked at: the
/// cookies are in `headers`, and `address` is where the connection comes from.
public record PageCall(
    String method,
    String url,
    Map<String, String> path,
    MultiMap query,
    MultiMap form,
    MultiMap headers,
    String address,
    String requestId) {

  /// A part of the path, which may be anything.
  public String part(String name) {
    return Objects.requireNonNull(path.get(name), name);
  }

  /// A part of the path as an id; empty when it cannot be one.
  public <T> Optional<T> id(String name, Function<String, T> type) {
    return read(part(name), type);
  }

  /// A parameter of the address, without space around it; empty when there is nothing in it.
  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name)).map(String::strip).filter(text -> !text.isEmpty());
  }

  /// What was written in a field, without space around it; empty text when nothing was.
  public String field(String name) {
    var value = form.get(name);
    return value == null ? "" : value.strip();
  }

  /// All that was chosen under one name.
  public List<String> fields(String name) {
    return form.getAll(name);
  }

  /// A header, if it came once.
  public Optional<String> header(String name) {
    var values = headers.getAll(name);
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }

  /// A value of a type that throws for what it cannot hold.
  public static <T> Optional<T> read(String text, Function<String, T> type) {
    try {
      return Optional.of(type.apply(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// Forms may hold keys.
  @Override
  public String toString() {
    return "PageCall[" + method + " " + requestId + "]";
  }
}
