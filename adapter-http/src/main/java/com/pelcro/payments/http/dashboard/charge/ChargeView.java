package com.pelcro.payments.http.dashboard.charge;

import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeState;
import com.pelcro.payments.domain.charge.ChargeState.Approved;
import com.pelcro.payments.domain.charge.ChargeState.Authorized;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.paymentmethod.CardSummary;
import com.pelcro.payments.http.dashboard.Inquiry;
import com.pelcro.payments.http.dashboard.Words;
import com.pelcro.payments.http.dashboard.Words.Badge;
import com.pelcro.payments.http.dashboard.Words.Moment;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A charge's page.
///
/// @param standing what its state means, in a sentence
/// @param customer where the customer's page is
public record ChargeView(
    String id,
    String href,
    String amount,
    Badge status,
    boolean inDoubt,
    String standing,
    String card,
    @Nullable String customer,
    String captured,
    String refunded,
    String refundable,
    @Nullable String reference,
    @Nullable String description,
    Map<String, String> metadata,
    Moment at,
    Can can,
    List<StepView> timeline,
    List<RefundView> refunds) {

  /// What can be done about it now.
  public record Can(boolean refund, boolean undo, boolean capture, boolean resolve) {

    static Can of(Charge charge, boolean isOperator) {
      if (charge.needsAttention()) {
        return new Can(false, false, false, isOperator);
      }
      return new Can(
          !charge.refundable().isZero(),
          charge.state() instanceof Approved && charge.refunds().sum().isZero(),
          charge.state() instanceof Authorized,
          false);
    }

    public boolean anything() {
      return refund || undo || capture || resolve;
    }
  }

  static ChargeView of(
      Charge charge,
      CardSummary card,
      List<StepView> timeline,
      List<RefundView> refunds,
      Inquiry inquiry) {
    var customer = charge.customer();
    return new ChargeView(
        charge.id().value(),
        inquiry.path("/charges/" + charge.id()),
        charge.amount().toString(),
        ChargeRow.status(charge),
        charge.needsAttention(),
        standing(charge),
        ChargeRow.card(card),
        customer == null ? null : inquiry.path("/customers/" + customer),
        charge.captured().toString(),
        charge.refunds().done().toString(),
        charge.refundable().toString(),
        charge.notes().reference(),
        charge.notes().description(),
        new TreeMap<>(charge.notes().metadata()),
        Words.at(charge.createdAt(), inquiry.site().timeZone()),
        Can.of(charge, inquiry.isOperator()),
        timeline,
        refunds);
  }

  private static String standing(Charge charge) {
    if (charge.needsAttention()) {
      return "Something asked of the gateway could not be proven either way. Nothing is done with"
          + " this charge until a person decides, with the timeline at hand.";
    }
    return switch (charge.state()) {
      case ChargeState.Declined(var reason, _) ->
          "Declined: " + Words.human(reason.code().code()) + ". " + advice(reason.category());
      case ChargeState.Failed(var failure) ->
          "Nothing was charged: " + Words.sentence(failure.detail());
      case ChargeState.InReview _ ->
          "The gateway holds it for review. Somebody has to accept or reject it there.";
      case ChargeState.Authorized _ -> "The money is held and not taken yet.";
      case ChargeState.Captured _ -> "The money was taken.";
      case ChargeState.Voided _ -> "It was undone before it settled; the customer pays nothing.";
      case ChargeState.Pending _,
          ChargeState.Capturing _,
          ChargeState.Voiding _,
          ChargeState.Releasing _ ->
          "The gateway was asked for "
              + StepView.what(charge.pendingOperation().orElse(OperationKind.CHARGE))
              + " and has not answered. We look it up by ourselves and never send it twice.";
    };
  }

  private static String advice(com.pelcro.payments.domain.decline.DeclineCategory category) {
    return switch (category) {
      case SOFT -> "It may work later.";
      case HARD -> "This card will not work; another one is needed.";
      case FIX -> "The customer has to do something about the card first.";
      case FRAUD -> "A fraud rule said no.";
      case CONFIGURATION -> "The merchant's account at the gateway said no, not the card.";
    };
  }
}
