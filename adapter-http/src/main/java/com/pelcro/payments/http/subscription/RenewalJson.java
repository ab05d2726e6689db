package com.pelcro.payments.http.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.pelcro.payments.application.subscription.ListRenewals.Attempted;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.subscription.BillingPeriod;
import com.pelcro.payments.domain.subscription.Renewal;
import com.pelcro.payments.domain.subscription.RenewalState;
import com.pelcro.payments.http.charge.ChargeJson;
import com.pelcro.payments.http.decline.DeclineJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A renewal as the API shows it.
///
/// @param nextAttemptAt when it is charged for by itself
/// @param waitsUntil until when another card is waited for
public record RenewalJson(
    String id,
    String subscription,
    int index,
    PeriodJson period,
    @Nullable Long amount,
    @Nullable String currency,
    String status,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<AttemptJson> attempts,
    @Nullable Instant nextAttemptAt,
    @Nullable Instant waitsUntil,
    Instant updatedAt) {

  record PeriodJson(Instant start, Instant end) {

    static PeriodJson of(BillingPeriod period) {
      return new PeriodJson(period.start(), period.end());
    }
  }

  /// A charge that was to pay the period.
  record AttemptJson(String charge, Instant at, String status, @Nullable DeclineJson decline) {

    static AttemptJson of(Charge charge) {
      var shown = ChargeJson.of(charge);
      var attempt = charge.renewal();
      var at = attempt == null ? shown.createdAt() : attempt.at();
      return new AttemptJson(shown.id(), at, shown.status(), shown.decline());
    }
  }

  /// As its event tells of it. An event has the renewal at hand and nothing else, so the attempts
  /// are left out: each is a charge with events of its own, which name the renewal.
  public static RenewalJson of(Renewal renewal) {
    var price = renewal.price();
    return of(renewal, price == null ? null : price.amount(), null);
  }

  static RenewalJson of(Attempted attempted) {
    var renewal = attempted.renewal();
    var price = renewal.price();
    return of(
        renewal,
        price == null ? attempted.subscription().amount() : price.amount(),
        attempted.attempts().stream().map(AttemptJson::of).toList());
  }

  private static RenewalJson of(
      Renewal renewal, @Nullable Money amount, @Nullable List<AttemptJson> attempts) {
    return new RenewalJson(
        renewal.id().value(),
        renewal.subscription().value(),
        renewal.period().index(),
        PeriodJson.of(renewal.period()),
        amount == null ? null : amount.minorUnits(),
        amount == null ? null : amount.currency().getCurrencyCode(),
        status(renewal.state()),
        attempts,
        nextAttemptAt(renewal.state()),
        renewal.state() instanceof RenewalState.WaitingForPaymentMethod(var until) ? until : null,
        renewal.updatedAt());
  }

  private static String status(RenewalState state) {
    return switch (state) {
      case RenewalState.Scheduled _ -> "scheduled";
      case RenewalState.Processing _ -> "processing";
      case RenewalState.Paid _ -> "paid";
      case RenewalState.Retrying _ -> "retrying";
      case RenewalState.WaitingForPaymentMethod _ -> "waiting_for_payment_method";
      case RenewalState.Held _ -> "held";
      case RenewalState.Unpaid _ -> "unpaid";
      case RenewalState.Skipped _ -> "skipped";
    };
  }

  private static @Nullable Instant nextAttemptAt(RenewalState state) {
    return switch (state) {
      case RenewalState.Scheduled(var due) -> due;
      case RenewalState.Retrying(var at) -> at;
      case RenewalState.Held(var looksAgain) -> looksAgain;
      case RenewalState.Processing _,
          RenewalState.Paid _,
          RenewalState.WaitingForPaymentMethod _,
          RenewalState.Unpaid _,
          RenewalState.Skipped _ ->
          null;
    };
  }
}
