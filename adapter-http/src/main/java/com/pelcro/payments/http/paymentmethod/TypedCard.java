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

/// The part of a body that hands over a card just typed: session, token, billing details.
public final class TypedCard {

  private TypedCard() {}

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
