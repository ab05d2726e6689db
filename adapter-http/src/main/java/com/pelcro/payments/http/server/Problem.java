package com.pelcro.payments.http.server;

import com.pelcro.payments.application.Refusal.FieldProblem;
import com.pelcro.payments.http.json.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// An error as it is told (RFC 9457). `more` holds members of its own; `headers` go along with it.
public record Problem(
    ProblemCode code,
    String detail,
    List<FieldProblem> errors,
    Map<String, Object> more,
    Map<String, String> headers) {

  private static final String TYPE = "urn:pelcro-payments:problem:";

  /// The media type of every error.
  public static final String MEDIA = "application/problem+json";

  public static Problem of(ProblemCode code, String detail) {
    return new Problem(code, detail, List.of(), Map.of(), Map.of());
  }

  /// Fields at fault: unknown ones only, or anything else as well.
  public static Problem of(List<FieldProblem> errors) {
    var onlyUnknown = errors.stream().allMatch(error -> error.kind() == FieldProblem.Kind.UNKNOWN);
    var code = onlyUnknown ? ProblemCode.UNKNOWN_FIELD : ProblemCode.INVALID_FIELD;
    var count = errors.size() == 1 ? "one field is" : errors.size() + " fields are";
    return new Problem(code, count + " at fault; see errors", errors, Map.of(), Map.of());
  }

  /// More requests came than may, `whence` they came.
  static Problem tooMany(String whence, Duration wait) {
    return of(ProblemCode.RATE_LIMITED, "more requests come " + whence + " than may")
        .with("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
  }

  public Problem with(String name, String value) {
    return new Problem(code, detail, errors, more, Map.of(name, value));
  }

  public Problem telling(Map<String, Object> members) {
    return new Problem(code, detail, errors, members, headers);
  }

  String json(String requestId) {
    var members = new LinkedHashMap<String, Object>();
    members.put("type", TYPE + code.code());
    members.put("title", code.title());
    members.put("status", code.status());
    members.put("detail", detail);
    members.put("code", code.code());
    members.put("request_id", requestId);
    if (!errors.isEmpty()) {
      members.put("errors", errors.stream().map(Problem::json).toList());
    }
    members.putAll(more);
    return Json.write(members);
  }

  private static Map<String, String> json(FieldProblem error) {
    var members = new LinkedHashMap<String, String>();
    members.put("pointer", error.pointer());
    members.put("code", error.kind().name().toLowerCase(Locale.ROOT) + "_field");
    members.put("detail", error.detail());
    return members;
  }
}
