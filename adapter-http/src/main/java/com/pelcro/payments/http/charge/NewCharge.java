package com.pelcro.payments.http.charge;

import com.fasterxml.jackson.databind.JsonNode;
import com.pelcro.payments.application.Refusal.FieldProblem;
import com.pelcro.payments.application.charge.CreateCharge;
import com.pelcro.payments.application.charge.InitiatedBy;
import com.pelcro.payments.application.charge.PaidWith;
import com.pelcro.payments.application.idempotency.Intent;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.Notes;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.money.AskedAmount;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.http.json.Changes;
import com.pelcro.payments.http.paymentmethod.TypedCard;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A charge to be asked for: paid with a card on file, or with one just typed.
record NewCharge(JsonNode body) {

  private static final List<String> TYPED =
      List.of("card_session", "transient_token", "flex_token", "billing_details");

  /// Which fields go together, since the two ways to pay do not mix.
  static List<FieldProblem> problems(JsonNode body) {
    if (!body.isObject()) {
      return List.of();
    }
    return body.has("payment_method") ? notTyped(body) : typed(body);
  }

  private static List<FieldProblem> notTyped(JsonNode body) {
    return Stream.concat(TYPED.stream(), Stream.of("save_payment_method"))
        .filter(body::has)
        .map(field -> TypedCard.invalid("/" + field, "does not go together with payment_method"))
        .toList();
  }

  private static List<FieldProblem> typed(JsonNode body) {
    if (TYPED.stream().noneMatch(body::has)) {
      return List.of(
          TypedCard.invalid(
              "/payment_method",
              "is required, unless card_session, transient_token and billing_details are there"));
    }
    var problems = new ArrayList<>(TypedCard.problems(body));
    Stream.of("card_session", "billing_details")
        .filter(field -> !body.has(field))
        .map(field -> TypedCard.invalid("/" + field, "is required with a card that was just typed"))
        .forEach(problems::add);
    if (body.path("save_payment_method").asBoolean() && !body.path("customer").isTextual()) {
      problems.add(TypedCard.invalid("/customer", "is required to save the card for"));
    }
    if (body.path("initiated_by").asText().equals("merchant")) {
      problems.add(
          TypedCard.invalid("/initiated_by", "must be customer with a card that was just typed"));
    }
    return problems;
  }

  /// Whether 3-D Secure is asked for, in whatever words.
  boolean wantsThreeDSecure() {
    var wanted = body.path("three_d_secure");
    return !wanted.isMissingNode() && !wanted.isNull() && !isFalse(wanted);
  }

  private static boolean isFalse(JsonNode wanted) {
    return wanted.isBoolean() && !wanted.asBoolean();
  }

  CreateCharge.Request request(Intent intent) {
    return new CreateCharge.Request(
        intent,
        customer(),
        paidWith(),
        amount(body, body.path("currency").textValue()),
        body.path("capture").asBoolean(true) ? Charge.Mode.SALE : Charge.Mode.AUTHORIZATION,
        body.path("initiated_by").asText().equals("merchant")
            ? InitiatedBy.MERCHANT
            : InitiatedBy.CUSTOMER,
        notes());
  }

  private @Nullable CustomerId customer() {
    var id = body.path("customer").textValue();
    return id == null ? null : new CustomerId(id);
  }

  private PaidWith paidWith() {
    if (body.has("payment_method")) {
      return new PaidWith.Saved(new PaymentMethodId(body.path("payment_method").asText()));
    }
    return new PaidWith.Typed(
        TypedCard.offer(body),
        body.path("save_payment_method").asBoolean()
            ? PaidWith.Keeping.KEEP
            : PaidWith.Keeping.FORGET);
  }

  private Notes notes() {
    return new Notes(
        body.path("reference").textValue(),
        body.path("description").textValue(),
        new Changes(body).texts("metadata", Map.of()));
  }

  private static AskedAmount amount(JsonNode body, @Nullable String currency) {
    return new AskedAmount(
        body.path("amount").asLong(), currency == null ? null : Currency.getInstance(currency));
  }
}
