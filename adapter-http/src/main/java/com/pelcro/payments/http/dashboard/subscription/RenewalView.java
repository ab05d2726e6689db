package com.pelcro.payments.http.dashboard.subscription;

import com.pelcro.payments.application.charge.Status;
import com.pelcro.payments.application.subscription.ListRenewals.Attempted;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeState;
import com.pelcro.payments.domain.subscription.Renewal;
import com.pelcro.payments.domain.subscription.RenewalState;
import com.pelcro.payments.http.dashboard.Words;
import com.pelcro.payments.http.dashboard.Words.Badge;
import com.pelcro.payments.http.dashboard.Words.Moment;
import java.time.ZoneId;
import java.util.List;

/// A period of a subscription: how far its collection is, and what was tried.
///
/// @param standing what comes next, in a sentence
public record RenewalView(
    int number,
    Moment start,
    Moment end,
    String amount,
    Badge status,
    String standing,
    List<AttemptView> attempts) {

  /// A charge that was to pay it.
  public record AttemptView(String href, Moment at, Badge status) {

    static AttemptView of(Charge charge, ZoneId zone) {
      var status =
          switch (charge.state()) {
            case ChargeState.Declined(var reason, _) ->
                new Badge("Declined: " + Words.human(reason.code().code()), "bad");
            case ChargeState.Failed _ -> new Badge("Nothing was charged", "bad");
            case ChargeState.Captured _ -> new Badge("Paid", "good");
            case ChargeState.Pending _,
                ChargeState.InReview _,
                ChargeState.Capturing _,
                ChargeState.Voiding _,
                ChargeState.Releasing _,
                ChargeState.Authorized _,
                ChargeState.Voided _ ->
                new Badge(Words.human(Status.of(charge.state()).code()), "wait");
          };
      var attempt = charge.renewal();
      return new AttemptView(
          "/dashboard/sites/" + charge.site() + "/charges/" + charge.id(),
          Words.at(attempt == null ? charge.createdAt() : attempt.at(), zone),
          status);
    }
  }

  static RenewalView of(Attempted attempted, ZoneId zone) {
    var renewal = attempted.renewal();
    var price = renewal.price();
    return new RenewalView(
        renewal.period().index() + 1,
        Words.at(renewal.period().start(), zone),
        Words.at(renewal.period().end(), zone),
        (price == null ? attempted.subscription().amount() : price.amount()).toString(),
        status(renewal),
        standing(renewal, zone),
        attempted.attempts().stream().map(charge -> AttemptView.of(charge, zone)).toList());
  }

  private static Badge status(Renewal renewal) {
    return switch (renewal.state()) {
      case RenewalState.Scheduled _ -> new Badge("Scheduled", "calm");
      case RenewalState.Processing _ -> new Badge("Being collected", "wait");
      case RenewalState.Paid _ -> new Badge("Paid", "good");
      case RenewalState.Retrying _ -> new Badge("Retrying", "wait");
      case RenewalState.WaitingForPaymentMethod _ -> new Badge("Waiting for a card", "bad");
      case RenewalState.Held _ -> new Badge("Held", "bad");
      case RenewalState.Unpaid _ -> new Badge("Unpaid", "bad");
      case RenewalState.Skipped _ -> new Badge("Skipped", "calm");
    };
  }

  private static String standing(Renewal renewal, ZoneId zone) {
    return switch (renewal.state()) {
      case RenewalState.Scheduled(var due) ->
          due == null
              ? "Collected when somebody asks for it."
              : "Collected on " + Words.at(due, zone).text() + ".";
      case RenewalState.Processing _ -> "The gateway was asked; its answer decides.";
      case RenewalState.Paid _ -> "";
      case RenewalState.Retrying(var at) ->
          "Tried again on " + Words.at(at, zone).text() + ", as the dunning policy says.";
      case RenewalState.WaitingForPaymentMethod(var until) ->
          "Trying this card again would not help. Another one is waited for until "
              + Words.at(until, zone).text()
              + ".";
      case RenewalState.Held _ ->
          "It is not the card: look at the charge, set it right, and collect it by hand.";
      case RenewalState.Unpaid _ -> "Given up, as the dunning policy says.";
      case RenewalState.Skipped _ -> "Never asked for.";
    };
  }
}
