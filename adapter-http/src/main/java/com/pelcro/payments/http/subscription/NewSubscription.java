package com.pelcro.payments.http.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.pelcro.payments.application.Refusal.FieldProblem;
import com.pelcro.payments.application.charge.PaidWith;
import com.pelcro.payments.application.idempotency.Intent;
import com.pelcro.payments.application.subscription.StartSubscription;
import com.pelcro.payments.domain.charge.Notes;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.money.AskedAmount;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.subscription.BillingInterval;
import com.pelcro.payments.domain.subscription.BillingInterval.Unit;
import com.pelcro.payments.domain.subscription.BillingTerms.Collection;
import com.pelcro.payments.http.json.Changes;
import com.pelcro.payments.http.json.Times;
import com.pelcro.payments.http.paymentmethod.TypedCard;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A subscription to be started: paid with a card on file, or with one just typed, which is then
/// kept, since the periods to come are charged to it.
record NewSubscription(JsonNode body) {

  /// What no schema says of a single field.
  static List<FieldProblem> problems(JsonNode body) {
    if (!body.isObject()) {
      return List.of();
    }
    return Stream.concat(TypedCard.orSaved(body).stream(), tooLong(body).stream()).toList();
  }

  /// The longest period depends on what it is counted in.
  private static Optional<FieldProblem> tooLong(JsonNode body) {
    var count = body.path("interval_count").asInt(1);
    return Stream.of(Unit.values())
        .filter(unit -> unit.code().equals(body.path("interval").textValue()))
        .filter(unit -> count > unit.most())
        .map(unit -> "must be at most " + unit.most() + " with the interval " + unit.code())
        .map(detail -> TypedCard.invalid("/interval_count", detail))
        .findFirst();
  }

  /// @param usual the zone of a subscription that names none
  StartSubscription.Request request(Intent intent, ZoneId usual) {
    return new StartSubscription.Request(
        intent,
        new CustomerId(body.path("customer").asText()),
        paidWith(),
        amount(body.path("currency").textValue()),
        new BillingInterval(unit(), body.path("interval_count").asInt(1)),
        time("start_at"),
        time("trial_end"),
        text("time_zone").map(ZoneId::of).orElse(usual),
        body.has("total_periods") ? body.path("total_periods").asInt() : null,
        text("collection").map(NewSubscription::collection).orElse(Collection.AUTOMATIC),
        notes());
  }

  private PaidWith paidWith() {
    return body.has("payment_method")
        ? new PaidWith.Saved(new PaymentMethodId(body.path("payment_method").asText()))
        : new PaidWith.Typed(TypedCard.offer(body), PaidWith.Keeping.KEEP);
  }

  private AskedAmount amount(@Nullable String currency) {
    return new AskedAmount(
        body.path("amount").asLong(), currency == null ? null : Currency.getInstance(currency));
  }

  private Unit unit() {
    return Unit.valueOf(body.path("interval").asText().toUpperCase(Locale.ROOT));
  }

  private static Collection collection(String code) {
    return Collection.valueOf(code.toUpperCase(Locale.ROOT));
  }

  private @Nullable Instant time(String field) {
    return text(field).flatMap(Times::read).orElse(null);
  }

  private Optional<String> text(String field) {
    return Optional.ofNullable(body.path(field).textValue());
  }

  private Notes notes() {
    return new Notes(
        body.path("external_id").textValue(),
        body.path("description").textValue(),
        new Changes(body).texts("metadata", Map.of()));
  }
}
