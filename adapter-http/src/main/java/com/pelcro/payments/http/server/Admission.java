package com.pelcro.payments.http.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.pelcro.payments.application.Refusal.FieldProblem;
import com.pelcro.payments.http.access.Access;
import com.pelcro.payments.http.access.ApiKeyGuard;
import com.pelcro.payments.http.access.ApiKeyGuard.Verdict;
import com.pelcro.payments.http.access.Caller;
import com.pelcro.payments.http.contract.Contract;
import com.pelcro.payments.http.contract.Operation;
import com.pelcro.payments.http.contract.Operation.Need;
import com.pelcro.payments.http.intake.BodyText;
import com.pelcro.payments.http.intake.Screening;
import com.pelcro.payments.http.limit.RequestLimits;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/// Lets a request in or turns it away: first who sends it, then card numbers, then whether it is
/// what the contract asks for.
public final class Admission {

  /// What comes of it.
  sealed interface Outcome {

    record Admitted(Call call) implements Outcome {}

    /// Turned away; `caller` is known if it got that far.
    record Turned(Caller caller, Problem problem) implements Outcome {}
  }

  private final Contract contract;
  private final ApiKeyGuard guard;
  private final RequestLimits limits;

  @Inject
  public Admission(Contract contract, ApiKeyGuard guard, RequestLimits limits) {
    this.contract = contract;
    this.guard = guard;
    this.limits = limits;
  }

  Outcome admit(Route route, Incoming incoming) {
    var operation = contract.operation(route.method(), route.path());
    return switch (guard.judge(route.access(), incoming.header("Authorization"), incoming.site())) {
      case Verdict.Unknown _ -> stranger(unauthenticated());
      case Verdict.Forbidden _ ->
          stranger(Problem.of(ProblemCode.FORBIDDEN, "this needs the operator key"));
      case Verdict.Hidden _ -> stranger(Problem.of(ProblemCode.NOT_FOUND, "there is no such site"));
      case Verdict.Welcome(var caller) ->
          limits
              .ofCaller(caller)
              .<Outcome>map(
                  wait -> new Outcome.Turned(caller, Problem.tooMany("under one key", wait)))
              .orElseGet(() -> admit(route, operation, incoming, caller));
    };
  }

  private static Outcome admit(Route route, Operation operation, Incoming incoming, Caller caller) {
    if (incoming.showsCardNumber()) {
      return new Outcome.Turned(caller, cardNumber());
    }
    if (!operation.couldBeThere(incoming.path())) {
      return new Outcome.Turned(
          caller, Problem.of(ProblemCode.NOT_FOUND, "there is nothing under this path"));
    }
    if (route.access() != Access.EVERYONE
        && !MediaTypes.takes(incoming.header("Accept"), operation.answers())) {
      return new Outcome.Turned(
          caller, Problem.of(ProblemCode.NOT_ACCEPTABLE, "ask for " + operation.answers()));
    }
    return operation.body() == Need.NONE || incoming.body().length() == 0
        ? withoutBody(route, operation, incoming, caller)
        : withBody(route, operation, incoming, caller);
  }

  private static Outcome withoutBody(
      Route route, Operation operation, Incoming incoming, Caller caller) {
    return operation.body() == Need.REQUIRED
        ? new Outcome.Turned(
            caller, Problem.of(ProblemCode.INVALID_JSON, "the body is empty; send a JSON object"))
        : judged(route, operation, incoming, caller, MissingNode.getInstance());
  }

  private static Outcome withBody(
      Route route, Operation operation, Incoming incoming, Caller caller) {
    if (!MediaTypes.isJson(incoming.header("Content-Type"))) {
      return new Outcome.Turned(
          caller,
          Problem.of(
              ProblemCode.UNSUPPORTED_MEDIA_TYPE, "send application/json, in UTF-8, and say so"));
    }
    return switch (BodyText.read(incoming.body().getBytes())) {
      case BodyText.Reading.Garbled(var why) ->
          new Outcome.Turned(caller, Problem.of(ProblemCode.INVALID_JSON, why));
      case BodyText.Reading.Parsed(MissingNode _) ->
          withoutBody(route, operation, incoming, caller);
      case BodyText.Reading.Parsed(var json) when Screening.holdsCardNumber(json) ->
          new Outcome.Turned(caller, cardNumber());
      case BodyText.Reading.Parsed(var json) -> judged(route, operation, incoming, caller, json);
    };
  }

  private static Outcome judged(
      Route route, Operation operation, Incoming incoming, Caller caller, JsonNode body) {
    if (operation.key() == Need.REQUIRED && incoming.key() == null) {
      return new Outcome.Turned(
          caller,
          Problem.of(
              ProblemCode.IDEMPOTENCY_KEY_REQUIRED,
              "send an Idempotency-Key of your own, a new one for each intention"));
    }
    var problems = problems(route, operation, incoming, body);
    return problems.isEmpty()
        ? new Outcome.Admitted(incoming.call(caller, operation, body))
        : new Outcome.Turned(caller, Problem.of(problems));
  }

  private static List<FieldProblem> problems(
      Route route, Operation operation, Incoming incoming, JsonNode body) {
    var query = JsonNodeFactory.instance.objectNode();
    query.set("query", operation.query(incoming.query()));
    var problems = new ArrayList<>(Screening.problems(query));
    problems.addAll(Screening.problems(body));
    if (problems.isEmpty()) {
      problems.addAll(operation.problems(incoming.query(), incoming.key(), body));
      problems.addAll(route.rule().problems(body));
    }
    return problems;
  }

  private static Outcome stranger(Problem problem) {
    return new Outcome.Turned(new Caller.Anyone(), problem);
  }

  private static Problem unauthenticated() {
    return Problem.of(
            ProblemCode.UNAUTHENTICATED, "send Authorization: Bearer with a key that is in force")
        .with("WWW-Authenticate", "Bearer realm=\"Pelcro Payments\"");
  }

  private static Problem cardNumber() {
    return Problem.of(
        ProblemCode.CARD_DATA_NOT_ACCEPTED,
        "the request holds what looks like a card number; let the card be typed into the hosted"
            + " fields, and send their token");
  }
}
