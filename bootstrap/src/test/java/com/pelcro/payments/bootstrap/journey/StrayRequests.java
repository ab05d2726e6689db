package com.pelcro.payments.bootstrap.journey;

import com.pelcro.payments.http.contract.Contract;
import com.pelcro.payments.http.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Requests for every operation that asks for a key, which name one's own things and another's
/// wherever something is named: in paths, queries, bodies and idempotency keys. The same seed gives
/// the same requests.
final class StrayRequests {

  private static final Pattern IN_PATH = Pattern.compile("\\{([a-z_]+)}");
  private static final Map<String, String> IN_EXAMPLES =
      Map.of(
          "cus_…", "customer",
          "pm_…", "payment_method",
          "cs_…", "card_session",
          "eyJ…", "transient_token");

  /// One request; `isElsewhere` when it is for the other's site.
  record Stray(
      String method,
      String path,
      @Nullable String body,
      @Nullable String idempotencyKey,
      boolean isElsewhere,
      boolean isAboutAll) {}

  private final Contract contract = new Contract();
  private final List<Operation> operations =
      contract.operations().stream().filter(one -> !one.openTo().isEmpty()).toList();
  private final Belongings own;
  private final Belongings other;
  private final Random random;

  StrayRequests(Belongings own, Belongings other, long seed) {
    this.own = own;
    this.other = other;
    this.random = new Random(seed);
  }

  /// Every operation in turn.
  Stray next(int number) {
    var operation = operations.get(number % operations.size());
    var elsewhere = operation.path().contains("{site}") && random.nextInt(4) == 0;
    return new Stray(
        operation.method(),
        path(operation, elsewhere) + query(operation),
        body(operation),
        operation.key() == Operation.Need.NONE ? null : idempotencyKey(),
        elsewhere,
        !operation.path().contains("{site}"));
  }

  int operations() {
    return operations.size();
  }

  private String path(Operation operation, boolean elsewhere) {
    return IN_PATH
        .matcher(operation.path())
        .replaceAll(name -> named(name.group(1), elsewhere ? other : own));
  }

  private String named(String name, Belongings owner) {
    return switch (name) {
      case "site" -> owner.site();
      case "gateway" -> "memory";
      case "reconciliation", "difference" -> "rec_01m82qkpy8e00a9krzp26das3b";
      default -> someones(name);
    };
  }

  private String someones(String name) {
    var ids = (random.nextInt(3) == 0 ? own : other).ids().getOrDefault(name, List.of());
    return ids.isEmpty() ? name : ids.get(random.nextInt(ids.size()));
  }

  private String query(Operation operation) {
    var parts = new ArrayList<String>();
    for (var reference : operation.definition().path("parameters")) {
      var parameter = contract.at(reference.path("$ref").asText("#").substring(1));
      if (parameter.path("in").asText().equals("query") && random.nextBoolean()) {
        var value = value(parameter.path("name").asText(), operation.path());
        if (!value.isEmpty()) {
          parts.add(parameter.path("name").asText() + "=" + value);
        }
      }
    }
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  private String value(String name, String path) {
    return switch (name) {
      case "after" -> someones(listed(path));
      case "limit" -> "100";
      case "customer", "subscription", "payment_method" -> someones(name);
      case "site" -> other.site();
      default -> other.texts().getOrDefault(name, "");
    };
  }

  /// What the list at a path lists.
  private static String listed(String path) {
    var last = path.substring(path.lastIndexOf('/') + 1).replace("-", "_");
    return last.equals("api_keys") ? "key" : last.replaceAll("(s|s\\.csv)$", "");
  }

  private @Nullable String body(Operation operation) {
    var example = operation.definition().at("/requestBody/content/application~1json/example");
    if (operation.body() == Operation.Need.NONE) {
      return null;
    }
    var body = example.isMissingNode() ? "{}" : example.toString();
    for (var entry : IN_EXAMPLES.entrySet()) {
      body = body.replace(entry.getKey(), someones(entry.getValue()));
    }
    return body.replace("reader-7", "reader-" + random.nextInt());
  }

  private String idempotencyKey() {
    return random.nextInt(5) == 0
        ? other.idempotencyKey()
        : new UUID(1, random.nextLong()).toString();
  }
}
