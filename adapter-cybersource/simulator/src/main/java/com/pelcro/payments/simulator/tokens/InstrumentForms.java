package com.pelcro.payments.simulator.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.pelcro.payments.simulator.card.CardNetwork;
import com.pelcro.payments.simulator.http.Body;
import com.pelcro.payments.simulator.http.Call;
import com.pelcro.payments.simulator.http.Reply;
import org.jspecify.annotations.Nullable;

/// What instruments of a customer and those that stand alone have in common: how they are written.
final class InstrumentForms {

  private final Vault vault;

  InstrumentForms(Vault vault) {
    this.vault = vault;
  }

  PaymentInstrument add(Call call, @Nullable Customer customer) {
    var body = call.body();
    TokenErrors.require(
        body, "card.expirationMonth", "card.expirationYear", "instrumentIdentifier.id");
    refuseMalformed(body);
    var identifier =
        vault
            .identifier(call.merchant(), body.at("instrumentIdentifier.id").asText())
            .orElseThrow(() -> TokenErrors.invalid("instrumentIdentifier", "id"));
    return vault.addInstrument(
        identifier,
        customer,
        body.at("card.expirationMonth").asText(),
        body.at("card.expirationYear").asText(),
        type(body, detected(identifier), customer == null),
        body.at("billTo"));
  }

  PaymentInstrument change(Call call, PaymentInstrument instrument) {
    var body = call.body();
    TokenErrors.require(body);
    TokenErrors.requireVersion(call, instrument.version());
    refuseMalformed(body);
    refuseAnotherCard(body, instrument);
    return vault.keep(
        instrument.with(
            body.text("card.expirationMonth").orElse(instrument.month()),
            body.text("card.expirationYear").orElse(instrument.year()),
            type(body, instrument.type(), instrument.customer() == null),
            merged(instrument.billTo(), body.at("billTo"))));
  }

  private static JsonNode merged(JsonNode before, JsonNode change) {
    if (!change.isObject() || !before.isObject()) {
      return change.isObject() ? change : before;
    }
    var after = before.deepCopy();
    change
        .properties()
        .forEach(field -> after.withObject("").set(field.getKey(), field.getValue()));
    return after;
  }

  private static void refuseMalformed(Body body) {
    if (body.has("card.expirationMonth")
        && !body.at("card.expirationMonth").asText().matches("0[1-9]|1[0-2]")) {
      throw TokenErrors.invalid("card", "expirationMonth");
    }
    if (body.has("card.expirationYear")
        && !body.at("card.expirationYear").asText().matches("\\d{4}")) {
      throw TokenErrors.invalid("card", "expirationYear");
    }
  }

  private static void refuseAnotherCard(Body body, PaymentInstrument instrument) {
    var identifier = body.text("instrumentIdentifier.id");
    if (identifier.isPresent() && !identifier.get().equals(instrument.identifier())) {
      throw TokenErrors.of(
          400, "unsupportedPaymentMethodModification", "The payment method cannot be changed");
    }
  }

  private static String detected(InstrumentIdentifier identifier) {
    var networks = CardNetwork.detect(identifier.number());
    return networks.isEmpty() ? "" : networks.getFirst().code();
  }

  /// Customers' instruments name the network by code, those that stand alone by name.
  private static String type(Body body, String usual, boolean byName) {
    var sent = body.text("card.type");
    if (sent.isEmpty()) {
      return usual;
    }
    var network = byName ? CardNetwork.byStoredName(sent.get()) : CardNetwork.byCode(sent.get());
    return network.map(CardNetwork::code).orElseThrow(() -> TokenErrors.invalid("card", "type"));
  }

  Reply single(int status, PaymentInstrument instrument) {
    var view = TokenViews.view(vault, instrument);
    return TokenViews.single(status, view, instrument.version());
  }
}
