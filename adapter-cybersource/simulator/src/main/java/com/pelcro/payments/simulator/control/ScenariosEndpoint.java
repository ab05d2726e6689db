package com.pelcro.payments.simulator.control;

import com.pelcro.payments.simulator.http.Endpoint;
import com.pelcro.payments.simulator.http.JsonReply;
import com.pelcro.payments.simulator.http.JsonTree;
import com.pelcro.payments.simulator.http.Reply;
import com.pelcro.payments.simulator.scenario.Effect;
import com.pelcro.payments.simulator.scenario.Match;
import com.pelcro.payments.simulator.scenario.Scenarios;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `/simulator/scenarios`: what goes wrong from now on.
public final class ScenariosEndpoint {

  private final Scenarios scenarios;

  /// Turns these.
  public ScenariosEndpoint(Scenarios scenarios) {
    this.scenarios = scenarios;
  }

  /// `POST`: puts one in force.
  public Endpoint add() {
    return call -> {
      var id = scenarios.add(ScenarioReader.read(call.body()));
      return JsonReply.own(201, new JsonTree().put("id", id));
    };
  }

  /// `GET`: all, spent ones too.
  public Endpoint list() {
    return _ -> {
      var all =
          scenarios.all().entrySet().stream()
              .map(entry -> view(entry.getKey(), entry.getValue()).node())
              .toList();
      return JsonReply.own(200, new JsonTree().put("data", all));
    };
  }

  /// `GET …/{id}`.
  public Endpoint read() {
    return call -> {
      var id = call.parameter("id");
      return JsonReply.own(200, view(id, scenarios.find(id).orElseThrow(() -> Faults.unknown(id))));
    };
  }

  /// `DELETE …/{id}`: takes one back.
  public Endpoint remove() {
    return call -> {
      if (!scenarios.remove(call.parameter("id"))) {
        throw Faults.unknown(call.parameter("id"));
      }
      return Reply.empty(204);
    };
  }

  /// `DELETE`: takes all back.
  public Endpoint clear() {
    return _ -> {
      scenarios.clear();
      return Reply.empty(204);
    };
  }

  private static JsonTree view(String id, Scenarios.Active active) {
    var rule = active.rule();
    return new JsonTree()
        .put("id", id)
        .put("match", match(rule.match()))
        .put("effect", effect(rule.effect()))
        .put("times", rule.times())
        .put("probability", rule.probability())
        .put("seed", rule.seed())
        .put("strikes", active.strikes());
  }

  private static JsonTree match(Match match) {
    return new JsonTree()
        .put("method", match.method())
        .put("path", path(match.path()))
        .put("code_prefix", match.codePrefix())
        .put("amount", match.amount())
        .put("last4", match.last4())
        .put("merchant_id", match.merchant());
  }

  private static @Nullable String path(@Nullable Pattern pattern) {
    return pattern == null ? null : pattern.pattern();
  }

  private static JsonTree effect(Effect effect) {
    var tree = new JsonTree().put("kind", kind(effect));
    return switch (effect) {
      case Effect.Decline(var reason, var advice, var raw) ->
          tree.put("reason", reason).put("merchant_advice", advice).put("response_code", raw);
      case Effect.Status(var status, var amount, var reason, var advice) ->
          tree.put("status", status)
              .put("authorized_amount", amount)
              .put("reason", reason)
              .put("merchant_advice", advice);
      case Effect.Delay(long millis) -> tree.put("millis", millis);
      case Effect.SearchLag(long millis) -> tree.put("millis", millis);
      case Effect.Late(long millis) -> tree.put("millis", millis);
      case Effect.Http(var status, var body, var type, var processed) ->
          tree.put("status", status)
              .put("body", body)
              .put("content_type", type)
              .put("processed", processed);
      case Effect.Truncate(var processed) -> tree.put("processed", processed);
      case Effect.LoseRequest _, Effect.LoseReply _ -> tree;
    };
  }

  private static String kind(Effect effect) {
    var name = effect.getClass().getSimpleName();
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }
}
