package com.pelcro.payments.simulator.control;

import com.pelcro.payments.simulator.Ledger;
import com.pelcro.payments.simulator.Source;
import com.pelcro.payments.simulator.Transaction;
import com.pelcro.payments.simulator.http.Call;
import com.pelcro.payments.simulator.http.Endpoint;
import com.pelcro.payments.simulator.http.JsonReply;
import com.pelcro.payments.simulator.http.JsonTree;
import com.pelcro.payments.simulator.http.Reply;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/// `GET /simulator/ledger`: every movement as the gateway believes it, and the sums.
public final class LedgerEndpoint implements Endpoint {

  private final Ledger ledger;

  /// Shows this ledger.
  public LedgerEndpoint(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public Reply answer(Call call) {
    var merchant = call.asked("merchant_id");
    var prefix = call.asked("code_prefix");
    var after = After.of(call);
    var movements =
        after
            .of(ledger.all().stream(), Transaction::id, Transaction::at)
            .filter(found -> merchant.filter(wanted -> !wanted.equals(found.merchant())).isEmpty())
            .filter(found -> prefix.isEmpty() || code(found).startsWith(prefix.get()))
            .toList();
    var totals = new JsonTree();
    ledger.totals(movements).forEach((currency, sums) -> totals.put(currency, view(sums)));
    return JsonReply.own(
        200,
        new JsonTree()
            .put("data", movements.stream().map(found -> shown(found).node()).toList())
            .put("totals", totals));
  }

  private static String code(Transaction movement) {
    var code = movement.references().code();
    return code == null ? "" : code;
  }

  private static JsonTree view(Ledger.Totals sums) {
    return new JsonTree()
        .put("authorized", sums.authorized())
        .put("captured", sums.captured())
        .put("refunded", sums.refunded())
        .put("held", sums.held());
  }

  private JsonTree shown(Transaction movement) {
    return view(movement).put("held", movement.isPayment() ? ledger.held(movement) : null);
  }

  static JsonTree view(Transaction movement) {
    var source = movement.source();
    return new JsonTree()
        .put("id", movement.id())
        .put("merchant_id", movement.merchant())
        .put("kind", movement.kind().word())
        .put("status", movement.status())
        .put("reason", movement.outcome().reason())
        .put("amount", movement.amount().minorUnits())
        .put("currency", movement.amount().currency())
        .put("authorized_amount", movement.isPayment() ? movement.authorized() : null)
        .put("code", movement.references().code())
        .put("transaction_id", movement.references().transactionId())
        .put("parent", movement.parent())
        .put("customer", source.customer())
        .put("payment_instrument", source.paymentInstrument())
        .put("instrument_identifier", source.instrumentIdentifier())
        .put("card_type", Optional.ofNullable(source.card()).map(Source.Face::type).orElse(null))
        .put("last4", Optional.ofNullable(source.card()).map(Source.Face::last4).orElse(null))
        .put("commerce_indicator", source.commerceIndicator())
        .put("initiator", source.initiator())
        .put("clearing", movement.clearing().name().toLowerCase(Locale.ROOT))
        .put("at", movement.at().truncatedTo(ChronoUnit.MILLIS).toString());
  }
}
