package com.pelcro.payments.http.server;

import com.pelcro.payments.application.Once;
import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.http.json.Json;
import io.vertx.core.buffer.Buffer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/// What a route answers.
public sealed interface Reply {

  /// What can be sent as it is.
  sealed interface Sendable extends Reply {}

  /// A finished answer; without a body when it has no bytes.
  record Answer(int status, String type, Buffer body, Map<String, String> headers)
      implements Sendable {

    Answer with(String name, String value) {
      return new Answer(status, type, body, Map.of(name, value));
    }

    /// This answer with one more header.
    public Answer and(String name, String value) {
      var more = new LinkedHashMap<>(headers);
      more.put(name, value);
      return new Answer(status, type, body, more);
    }
  }

  /// A refusal, to be told as a problem.
  record No(Problem problem) implements Reply {}

  /// A refusal by a use case.
  record Unwilling(Refusal refusal) implements Reply {}

  /// A long answer, piece by piece. A piece is made when the one before was taken, so that one of
  /// them is in memory at a time.
  record Stream(String type, Map<String, String> headers, Buffer first, Iterator<Buffer> rest)
      implements Sendable {

    /// This answer with more headers.
    public Stream with(Map<String, String> more) {
      var all = new LinkedHashMap<>(headers);
      all.putAll(more);
      return new Stream(type, all, first, rest);
    }
  }

  String JSON = "application/json";

  /// What goes wrong with the first piece is answered as with any other reply.
  static Stream stream(String type, Map<String, String> headers, Iterator<Buffer> pieces) {
    return new Stream(type, headers, pieces.next(), pieces);
  }

  static Answer json(int status, Object body) {
    return bytes(status, JSON, Buffer.buffer(Json.write(body)));
  }

  static Answer ok(Object body) {
    return json(200, body);
  }

  static Answer nothing() {
    return bytes(204, JSON, Buffer.buffer());
  }

  static Answer bytes(int status, String type, Buffer body) {
    return new Answer(status, type, body, Map.of());
  }

  /// The reply to a value, or the refusal.
  static <T> Reply to(Result<T> result, Function<T, Reply> done) {
    return switch (result) {
      case Done(var value) -> done.apply(value);
      case Refused(var refusal) -> new Unwilling(refusal);
    };
  }

  /// The reply to something made once: marked when it was made by an earlier request.
  static <T> Reply once(
      Result<Once<T>> result, ToIntFunction<T> status, Function<T, Object> shown) {
    return to(
        result,
        once -> {
          var answer = json(status.applyAsInt(once.value()), shown.apply(once.value()));
          return switch (once) {
            case Once.Created<T> _ -> answer;
            case Once.Repeated<T> _ -> answer.with("Idempotency-Replayed", "true");
          };
        });
  }
}
