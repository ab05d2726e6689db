package com.pelcro.payments.http.dashboard.charge;

import com.pelcro.payments.application.charge.Status;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.paymentmethod.CardSummary;
import com.pelcro.payments.http.dashboard.Words;
import com.pelcro.payments.http.dashboard.Words.Badge;
import com.pelcro.payments.http.dashboard.Words.Moment;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A charge in a list.
public record ChargeRow(
    String id,
    String href,
    String amount,
    Badge status,
    boolean inDoubt,
    String card,
    @Nullable String reference,
    Moment at) {

  public static ChargeRow of(Charge charge, CardSummary card, ZoneId zone) {
    return new ChargeRow(
        charge.id().value(),
        "/dashboard/sites/" + charge.site() + "/charges/" + charge.id(),
        charge.amount().toString(),
        status(charge),
        charge.needsAttention(),
        card(card),
        charge.notes().reference(),
        Words.at(charge.createdAt(), zone));
  }

  static Badge status(Charge charge) {
    var status = Status.of(charge.state());
    var tone =
        switch (status) {
          case CAPTURED -> "good";
          case PENDING, IN_REVIEW, AUTHORIZED -> "wait";
          case DECLINED, FAILED -> "bad";
          case VOIDED -> "calm";
        };
    return new Badge(Words.human(status.code()), tone);
  }

  /// Network and last digits, which is all there is to show.
  public static String card(CardSummary card) {
    return card.network().displayName() + " ending in " + card.last4();
  }
}
