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

  /// Which fields go together, since the two ways to pay do not mix.
  static List<FieldProblem> problems(JsonNode body) {
    if (!body.isObject()) {
      return List.of();
    }
    return Stream.concat(
            TypedCard.orSaved(body).stream(),
            body.has("payment_method") ? notKept(body) : typed(body))
        .toList();
  }

  private static Stream<FieldProblem> notKept(JsonNode body) {
    return Stream.of("save_payment_method").filter(body::has).map(TypedCard::notWithSaved);
  }

  private static Stream<FieldProblem> typed(JsonNode body) {
    if (!TypedCard.isIn(body)) {
      return Stream.of();
    }
    var problems = new ArrayList<FieldProblem>();
    if (body.path("save_payment_method").asBoolean() && !body.path("customer").isTextual()) {
      problems.add(TypedCard.invalid("/customer", "is required to save the card for"));
    }
    if (body.path("initiated_by").asText().equals("merchant")) {
      problems.add(
          TypedCard.invalid("/initiated_by", "must be customer with a card that was just typed"));
    }
    return problems.stream();
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
