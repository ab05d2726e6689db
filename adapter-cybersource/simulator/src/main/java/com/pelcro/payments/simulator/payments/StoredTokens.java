package com.pelcro.payments.simulator.payments;

import com.pelcro.payments.simulator.Source;
import com.pelcro.payments.simulator.http.Body;
import com.pelcro.payments.simulator.http.JsonTree;
import com.pelcro.payments.simulator.tokens.Customer;
import com.pelcro.payments.simulator.tokens.InstrumentIdentifier;
import com.pelcro.payments.simulator.tokens.PaymentInstrument;
import com.pelcro.payments.simulator.tokens.Vault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a payment with TOKEN_CREATE leaves in the vault.
///
/// @param customer null unless this payment made it
/// @param numberIsNew whether the vault did not know the number before
record StoredTokens(
    @Nullable Customer customer,
    @Nullable PaymentInstrument instrument,
    InstrumentIdentifier identifier,
    boolean numberIsNew) {

  private static final List<String> ALL =
      List.of("customer", "paymentInstrument", "instrumentIdentifier");

  static boolean wanted(Body body) {
    return body.texts("processingInformation.actionList").contains("TOKEN_CREATE");
  }

  static StoredTokens create(Vault vault, String merchant, Body body, PayingCard card) {
    var asked = body.texts("processingInformation.actionTokenTypes");
    var types = asked.isEmpty() ? ALL : asked;
    var isNew = vault.identifierOf(merchant, card.number()).isEmpty();
    var identifier = vault.identify(merchant, card.number());
    var owner = card.customer();
    var made = owner == null && types.contains("customer") ? customer(vault, merchant, body) : null;
    var instrument =
        types.contains("paymentInstrument")
            ? instrument(vault, body, card, identifier, made == null ? owner : made)
            : null;
    return new StoredTokens(made, instrument, identifier, isNew);
  }

  private static Customer customer(Vault vault, String merchant, Body body) {
    var details =
        new JsonTree()
            .put(
                "buyerInformation.merchantCustomerID",
                body.text("buyerInformation.merchantCustomerId").orElse(null))
            .put("buyerInformation.email", body.text("orderInformation.billTo.email").orElse(null));
    return vault.addCustomer(merchant, details.node());
  }

  private static PaymentInstrument instrument(
      Vault vault,
      Body body,
      PayingCard card,
      InstrumentIdentifier identifier,
      @Nullable Customer owner) {
    var added =
        vault.addInstrument(
            identifier, owner, card.month(), card.year(), card.type(), card.billTo());
    if (owner != null && body.flag("tokenInformation.paymentInstrument.default")) {
      vault.makeDefault(owner, added.id());
    }
    return added;
  }

  /// The source of the payment, now that its card is stored.
  Source addTo(Source source) {
    return source.stored(
        customer == null ? null : customer.id(),
        instrument == null ? null : instrument.id(),
        identifier.id());
  }
}
