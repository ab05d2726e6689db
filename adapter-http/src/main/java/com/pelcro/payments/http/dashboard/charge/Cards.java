package com.pelcro.payments.http.dashboard.charge;

import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.paymentmethod.FindPaymentMethod;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.paymentmethod.CardSummary;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;

/// The cards behind charges.
public final class Cards {

  private final FindPaymentMethod find;

  @Inject
  public Cards(FindPaymentMethod find) {
    this.find = find;
  }

  /// Each card is looked up once, however many charges were paid with it.
  public List<ChargeRow> rows(List<Charge> charges, ZoneId zone) {
    var known = new HashMap<PaymentMethodId, CardSummary>();
    return charges.stream()
        .map(
            charge ->
                ChargeRow.of(
                    charge,
                    known.computeIfAbsent(charge.method(), id -> card(charge.site(), id)),
                    zone))
        .toList();
  }

  /// The card of a charge that is there: cards are never forgotten.
  public CardSummary card(SiteId site, PaymentMethodId id) {
    if (find.find(site, id) instanceof Done<PaymentMethod>(var method)) {
      return method.card();
    }
    throw new IllegalStateException(id + " paid, and is not there");
  }
}
