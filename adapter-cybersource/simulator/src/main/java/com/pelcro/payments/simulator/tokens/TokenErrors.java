package com.pelcro.payments.simulator.tokens;

import com.pelcro.payments.simulator.http.Body;
import com.pelcro.payments.simulator.http.Call;
import com.pelcro.payments.simulator.http.Endpoint;
import com.pelcro.payments.simulator.http.JsonReply;
import com.pelcro.payments.simulator.http.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The errors of stored cards.
final class TokenErrors {

  private TokenErrors() {}

  /// A look-up failed: 410 for what is deleted, 404 for what never was.
  static Refusal absent(Vault vault, String id) {
    return vault.isDeleted(id)
        ? of(410, "notAvailable", "Token not available.")
        : of(404, "notFound", "Token not found");
  }

  static Refusal of(int status, String type, String message) {
    return new Refusal(JsonReply.tokens(status, type, message, List.of()));
  }

  static Refusal invalid(String location, String name) {
    return field("invalidFields", "Invalid HTTP Body", location, name);
  }

  private static Refusal field(String type, String message, String location, String name) {
    var details = List.of(Map.of("name", name, "location", location));
    return new Refusal(JsonReply.tokens(400, type, message, details));
  }

  /// Refuses a body that is no JSON object or lacks one of these fields.
  static void require(Body body, String... fields) {
    if (!body.isObject()) {
      throw of(400, "invalidRequest", "Invalid HTTP Body");
    }
    var missing = Stream.of(fields).filter(field -> !body.has(field)).findFirst();
    if (missing.isPresent()) {
      var path = missing.get();
      var dot = path.lastIndexOf('.');
      var location = dot < 0 ? "" : path.substring(0, dot);
      throw field(
          "missingFields", "A required field is missing", location, path.substring(dot + 1));
    }
  }

  /// Refuses a change that was made to another version than there is now.
  static void requireVersion(Call call, int version) {
    var expected = call.header("if-match").map(tag -> tag.replace("\"", ""));
    if (expected.isPresent() && !expected.get().equals(Integer.toString(version))) {
      throw of(
          412,
          "conflict",
          "Action cannot be performed as the if-match header value does not match the token etag");
    }
  }

  /// Refuses calls that name a vault profile: nobody assigned one here.
  static Endpoint profiled(Endpoint endpoint) {
    return call -> {
      var profile = call.header("profile-id");
      if (profile.isPresent() && profile.get().length() != 36) {
        throw of(400, "invalidHeaders", "profile-id has to be 36 characters long");
      }
      if (profile.isPresent()) {
        throw of(424, "notFound", "Profile not found");
      }
      return endpoint.answer(call);
    };
  }
}
