package com.pelcro.payments.cybersource.json;

import com.pelcro.payments.domain.customer.Customer;
import com.pelcro.payments.domain.gateway.FreshCard;
import com.pelcro.payments.domain.operation.References;
import com.pelcro.payments.domain.paymentmethod.BillingDetails;
import com.pelcro.payments.domain.paymentmethod.CardExpiry;
import com.pelcro.payments.domain.paymentmethod.GatewayToken;
import org.jspecify.annotations.Nullable;

/// Bodies for the vault.
public final class TokenJson {

  private TokenJson() {}

  /// A customer of ours. The vault writes `ID` in capitals here, and here alone.
  public record CustomerJson(
      Buyer buyerInformation, ClientReferenceJson clientReferenceInformation) {

    record Buyer(String merchantCustomerID, @Nullable String email) {}

    public static CustomerJson of(Customer customer, References references) {
      return new CustomerJson(
          new Buyer(customer.id().value(), customer.email()),
          new ClientReferenceJson(references.code(), null));
    }
  }

  /// A payment instrument: a card number's token with expiry and address.
  public record InstrumentJson(ExpiryJson card, BillToJson billTo, Id instrumentIdentifier) {

    record Id(String id) {}

    /// A new stand-alone instrument, where networks go by name.
    public static InstrumentJson standAlone(FreshCard card, String identifier) {
      var network = Networks.of(card.card().network()).vaultName();
      return new InstrumentJson(
          ExpiryJson.of(card.card().expiry()).typed(network),
          BillToJson.of(card.billing()),
          new Id(identifier));
    }

    /// A change. The address goes whole: what the vault does with half of one is not documented.
    public static InstrumentJson changed(
        GatewayToken token, CardExpiry expiry, BillingDetails billing) {
      return new InstrumentJson(
          ExpiryJson.of(expiry), BillToJson.of(billing), new Id(token.card()));
    }
  }

  /// The choice of a customer's default instrument.
  public record DefaultJson(InstrumentJson.Id defaultPaymentInstrument) {

    public static DefaultJson of(GatewayToken token) {
      return new DefaultJson(new InstrumentJson.Id(token.instrument()));
    }
  }
}
