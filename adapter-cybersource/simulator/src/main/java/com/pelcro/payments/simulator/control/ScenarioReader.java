package com.pelcro.payments.simulator.control;

import com.pelcro.payments.simulator.http.Body;
import com.pelcro.payments.simulator.scenario.Effect;
import com.pelcro.payments.simulator.scenario.Match;
import com.pelcro.payments.simulator.scenario.Scenario;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// Reads a scenario from JSON.
final class ScenarioReader {

  private ScenarioReader() {}

  static Scenario read(Body body) {
    if (!body.isObject()) {
      throw Faults.at("", "a JSON object is required");
    }
    var probability = body.has("probability") ? body.at("probability").asDouble(-1) : 1;
    if (probability < 0 || probability > 1) {
      throw Faults.at("probability", "has to be from 0 to 1");
    }
    return new Scenario(
        match(body),
        effect(body),
        body.number("times").orElse(null),
        probability,
        body.number("seed").orElse(null));
  }

  private static Match match(Body body) {
    return new Match(
        body.text("match.method").orElse(null),
        pattern(body),
        body.text("match.code_prefix").orElse(null),
        body.number("match.amount").orElse(null),
        body.text("match.last4").orElse(null),
        body.text("match.merchant_id").orElse(null));
  }

  private static @Nullable Pattern pattern(Body body) {
    try {
      return body.text("match.path").map(Pattern::compile).orElse(null);
    } catch (PatternSyntaxException malformed) {
      throw Faults.at("match.path", "is no regular expression");
    }
  }

  private static Effect effect(Body body) {
    return switch (body.text("effect.kind").orElse("")) {
      case "decline" ->
          new Effect.Decline(
              body.text("effect.reason").orElse("PROCESSOR_DECLINED"),
              body.text("effect.merchant_advice").orElse(null),
              body.text("effect.response_code").orElse(null));
      case "status" ->
          new Effect.Status(
              body.text("effect.status")
                  .orElseThrow(() -> Faults.at("effect.status", "is required")),
              body.number("effect.authorized_amount").orElse(null),
              body.text("effect.reason").orElse(null),
              body.text("effect.merchant_advice").orElse(null));
      case "delay" -> new Effect.Delay(millis(body));
      case "lose_request" -> new Effect.LoseRequest();
      case "lose_reply" -> new Effect.LoseReply();
      case "late" -> new Effect.Late(millis(body));
      case "http" -> http(body);
      case "truncate" -> new Effect.Truncate(body.flag("effect.processed"));
      case "search_lag" -> new Effect.SearchLag(millis(body));
      default -> throw Faults.at("effect.kind", "is none of the effects there are");
    };
  }

  private static Effect http(Body body) {
    var status = body.number("effect.status").orElse(0L).intValue();
    if (status < 200 || status > 599) {
      throw Faults.at("effect.status", "has to be an HTTP status");
    }
    var sent = body.at("effect.body");
    return new Effect.Http(
        status,
        sent.isTextual() ? sent.asText() : sent.isMissingNode() ? "" : sent.toString(),
        body.text("effect.content_type").orElse("application/json"),
        body.flag("effect.processed"));
  }

  private static long millis(Body body) {
    return body.number("effect.millis")
        .filter(millis -> millis >= 0)
        .orElseThrow(() -> Faults.at("effect.millis", "has to be a number of milliseconds"));
  }
}
