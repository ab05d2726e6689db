package com.pelcro.payments.http.paymentmethod;

import com.fasterxml.jackson.databind.JsonNode;
import com.pelcro.payments.application.Refusal.FieldProblem;
import com.pelcro.payments.application.Refusal.FieldProblem.Kind;
import com.pelcro.payments.application.paymentmethod.CardOffer;
import com.pelcro.payments.domain.cardsession.CardSessionId;
import com.pelcro.payments.domain.site.SharedSecret;
import com.pelcro.payments.http.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The part of a body that hands over a card just typed: session, token, billing details.
public final class TypedCard {

  private static final List<String> FIELDS =
      List.of("card_session", "transient_token", "flex_token", "billing_details");

  private TypedCard() {}

  /// Whether a body hands over a card, or begins to.
  public static boolean isIn(JsonNode body) {
    return FIELDS.stream().anyMatch(body::has);
  }

  /// What is wrong where a card on file can be named as `payment_method`, or one just typed be
  /// handed over: one of them is needed, and the two do not mix.
  public static List<FieldProblem> orSaved(JsonNode body) {
    if (body.has("payment_method")) {
      return FIELDS.stream().filter(body::has).map(TypedCard::notWithSaved).toList();
    }
    if (!isIn(body)) {
      return List.of(
          invalid(
              "/payment_method",
              "is required, unless card_session, transient_token and billing_details are there"));
    }
    var problems = new ArrayList<>(problems(body));
    Stream.of("card_session", "billing_details")
        .filter(field -> !body.has(field))
        .map(field -> invalid("/" + field, "is required with a card that was just typed"))
        .forEach(problems::add);
    return problems;
  }

  /// A field that belongs to a card just typed, beside one on file.
  public static FieldProblem notWithSaved(String field) {
    return invalid("/" + field, "does not go together with payment_method");
  }

  /// What goes together with `card_session`.
  public static List<FieldProblem> problems(JsonNode body) {
    var problems = new ArrayList<FieldProblem>();
    if (!body.has("transient_token") && !body.has("flex_token")) {
      problems.add(
          invalid("/transient_token", "is required with card_session, unless flex_token is there"));
    }
    if (body.has("transient_token") && body.has("flex_token")) {
      problems.add(invalid("/flex_token", "goes without transient_token; leave one out"));
    }
    return problems;
  }

  public static CardOffer offer(JsonNode body) {
    var token =
        body.has("transient_token")
            ? body.path("transient_token").asText()
            : body.path("flex_token").toString();
    return new CardOffer(
        new CardSessionId(body.path("card_session").asText()),
        new SharedSecret(token),
        Json.as(body.path("billing_details"), BillingJson.class).details());
  }

  public static FieldProblem invalid(String pointer, String detail) {
    return new FieldProblem(pointer, Kind.INVALID, detail);
  }
}
