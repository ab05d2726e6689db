package com.pelcro.payments.simulator.payments;

import com.fasterxml.jackson.databind.JsonNode;
import com.pelcro.payments.simulator.card.CapturedCard;
import com.pelcro.payments.simulator.card.CapturedCards;
import com.pelcro.payments.simulator.card.CardNetwork;
import com.pelcro.payments.simulator.card.CardNumber;
import com.pelcro.payments.simulator.http.Body;
import com.pelcro.payments.simulator.http.Call;
import com.pelcro.payments.simulator.tokens.Customer;
import com.pelcro.payments.simulator.tokens.InstrumentIdentifier;
import com.pelcro.payments.simulator.tokens.PaymentInstrument;
import com.pelcro.payments.simulator.tokens.Vault;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the card a payment is to be made with: typed in a form, sent as a number, or stored.
final class CardSources {

  private static final String CARD = "paymentInformation.card.";
  private static final String NUMBER = CARD + "number";
  private static final String CUSTOMER = "paymentInformation.customer.id";
  private static final String INSTRUMENT = "paymentInformation.paymentInstrument.id";
  private static final String IDENTIFIER = "paymentInformation.instrumentIdentifier.id";
  private static final String JWT = "tokenInformation.transientTokenJwt";
  private static final String JTI = "tokenInformation.jti";

  private final Vault vault;
  private final CapturedCards captured;
  private final Books books;

  CardSources(Vault vault, CapturedCards captured, Books books) {
    this.vault = vault;
    this.captured = captured;
    this.books = books;
  }

  /// The card, or a refusal that names the field at fault.
  PayingCard resolve(Call call) {
    var body = call.body();
    if (body.has(JWT) || body.has(JTI)) {
      return fromForm(call);
    }
    if (body.has(NUMBER)) {
      return fromNumber(call);
    }
    if (body.has(INSTRUMENT) || body.has(CUSTOMER)) {
      return fromInstrument(call);
    }
    if (body.has(IDENTIFIER)) {
      return fromIdentifier(call);
    }
    throw books.rejections().missing(List.of(NUMBER));
  }

  private PayingCard fromForm(Call call) {
    var card = typed(call).filter(found -> found.isUsable(books.now()));
    if (card.isEmpty()) {
      throw books.rejections().invalid(call.body().has(JWT) ? JWT : JTI);
    }
    var typed = card.get();
    return new PayingCard(
        typed.number(),
        typed.month(),
        typed.year(),
        typed.securityCode(),
        type(call.body(), typed.number()),
        billTo(call.body()),
        typed,
        owner(call),
        null,
        null);
  }

  private Optional<CapturedCard> typed(Call call) {
    var jwt = call.body().text(JWT);
    return jwt.isPresent()
        ? captured.byToken(call.merchant(), jwt.get())
        : call.body().text(JTI).flatMap(jti -> captured.byJti(call.merchant(), jti));
  }

  private PayingCard fromNumber(Call call) {
    var body = call.body();
    books.require(body, NUMBER, CARD + "expirationMonth", CARD + "expirationYear");
    var number = CardNumber.typed(body.at(NUMBER).asText());
    return new PayingCard(
        number,
        body.at(CARD + "expirationMonth").asText(),
        body.at(CARD + "expirationYear").asText(),
        body.text(CARD + "securityCode").orElse(null),
        type(body, number),
        billTo(body),
        null,
        owner(call),
        null,
        null);
  }

  private PayingCard fromInstrument(Call call) {
    var body = call.body();
    var customer = owner(call);
    var instrument = instrument(call, customer);
    var identifier = vault.identifier(call.merchant(), instrument.identifier()).orElseThrow();
    return new PayingCard(
        identifier.number(),
        body.text(CARD + "expirationMonth").orElse(instrument.month()),
        body.text(CARD + "expirationYear").orElse(instrument.year()),
        body.text(CARD + "securityCode").orElse(null),
        instrument.type(),
        body.has("orderInformation.billTo") ? billTo(body) : instrument.billTo(),
        null,
        customer,
        instrument,
        identifier);
  }

  private PaymentInstrument instrument(Call call, @Nullable Customer customer) {
    var asked = call.body().text(INSTRUMENT);
    var id = asked.or(() -> Optional.ofNullable(customer).map(Customer::defaultInstrument));
    return id.flatMap(known -> vault.instrument(call.merchant(), known))
        .filter(found -> customer == null || customer.id().equals(found.customer()))
        .orElseThrow(() -> books.rejections().invalid(asked.isPresent() ? INSTRUMENT : CUSTOMER));
  }

  private PayingCard fromIdentifier(Call call) {
    var body = call.body();
    books.require(body, CARD + "expirationMonth", CARD + "expirationYear");
    var identifier = identifier(call);
    return new PayingCard(
        identifier.number(),
        body.at(CARD + "expirationMonth").asText(),
        body.at(CARD + "expirationYear").asText(),
        body.text(CARD + "securityCode").orElse(null),
        type(body, identifier.number()),
        billTo(body),
        null,
        null,
        null,
        identifier);
  }

  private InstrumentIdentifier identifier(Call call) {
    return call.body()
        .text(IDENTIFIER)
        .flatMap(id -> vault.identifier(call.merchant(), id))
        .orElseThrow(() -> books.rejections().invalid(IDENTIFIER));
  }

  private @Nullable Customer owner(Call call) {
    if (!call.body().has(CUSTOMER)) {
      return null;
    }
    return call.body()
        .text(CUSTOMER)
        .flatMap(id -> vault.customer(call.merchant(), id))
        .orElseThrow(() -> books.rejections().invalid(CUSTOMER));
  }

  private String type(Body body, CardNumber number) {
    var detected = CardNetwork.detect(number).stream().map(CardNetwork::code).toList();
    var sent = body.text(CARD + "type");
    if (sent.isPresent() && !detected.isEmpty() && !detected.contains(sent.get())) {
      throw books.rejections().because("INVALID_CARD_TYPE");
    }
    return sent.orElse(detected.isEmpty() ? "" : detected.getFirst());
  }

  private static JsonNode billTo(Body body) {
    return body.at("orderInformation.billTo");
  }
}
