package com.pelcro.payments.simulator.payments;

import com.pelcro.payments.simulator.Amount;
import com.pelcro.payments.simulator.Ledger;
import com.pelcro.payments.simulator.Source;
import com.pelcro.payments.simulator.card.CapturedCards;
import com.pelcro.payments.simulator.card.CardNumber;
import com.pelcro.payments.simulator.http.Body;
import com.pelcro.payments.simulator.http.Call;
import com.pelcro.payments.simulator.scenario.Facts;
import com.pelcro.payments.simulator.tokens.Customer;
import com.pelcro.payments.simulator.tokens.PaymentInstrument;
import com.pelcro.payments.simulator.tokens.Vault;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads from a request what scenarios can match, whatever endpoint it is for.
public final class PaymentFacts {

  private static final Pattern CODE_TERM =
      Pattern.compile("clientReferenceInformation\\.code:\"?([^\\s\")]+)");

  private final Ledger ledger;
  private final Vault vault;
  private final CapturedCards captured;

  /// Looks cards up in these places.
  public PaymentFacts(Ledger ledger, Vault vault, CapturedCards captured) {
    this.ledger = ledger;
    this.vault = vault;
    this.captured = captured;
  }

  /// The facts of one request.
  public Facts of(Call call) {
    return new Facts(
        call.method(),
        call.path(),
        code(call.body()).orElse(null),
        amount(call.body()).map(Amount::minorUnits).orElse(null),
        last4(call).orElse(null),
        call.merchant());
  }

  private static Optional<String> code(Body body) {
    return body.text("clientReferenceInformation.code").or(() -> searchedCode(body));
  }

  private static Optional<String> searchedCode(Body body) {
    return body.text("query")
        .map(CODE_TERM::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1));
  }

  private static Optional<Amount> amount(Body body) {
    return Stream.of("orderInformation", "reversalInformation")
        .map(parent -> parent + ".amountDetails.")
        .filter(details -> body.has(details + "totalAmount"))
        .findFirst()
        .flatMap(
            details ->
                Amount.parse(
                    body.at(details + "totalAmount").asText(),
                    body.at(details + "currency").asText()));
  }

  private Optional<String> last4(Call call) {
    var body = call.body();
    return typed(call)
        .or(() -> body.text("paymentInformation.card.number").map(CardNumber::typed))
        .or(() -> body.text("card.number").map(CardNumber::typed))
        .or(() -> stored(call))
        .map(CardNumber::last4)
        .or(() -> ofOriginal(call));
  }

  private Optional<CardNumber> typed(Call call) {
    var jwt = call.body().text("tokenInformation.transientTokenJwt");
    var jti = call.body().text("tokenInformation.jti");
    return jwt.flatMap(token -> captured.byToken(call.merchant(), token))
        .or(() -> jti.flatMap(id -> captured.byJti(call.merchant(), id)))
        .map(card -> card.number());
  }

  private Optional<CardNumber> stored(Call call) {
    var body = call.body();
    var customer = body.text("paymentInformation.customer.id");
    return body.text("paymentInformation.paymentInstrument.id")
        .or(
            () ->
                customer
                    .flatMap(id -> vault.customer(call.merchant(), id))
                    .map(Customer::defaultInstrument))
        .flatMap(id -> vault.instrument(call.merchant(), id))
        .map(PaymentInstrument::identifier)
        .or(() -> body.text("paymentInformation.instrumentIdentifier.id"))
        .flatMap(id -> vault.identifier(call.merchant(), id))
        .map(identifier -> identifier.number());
  }

  private Optional<String> ofOriginal(Call call) {
    return Optional.ofNullable(call.parameters().get("id"))
        .flatMap(id -> ledger.find(call.merchant(), id))
        .map(original -> original.source().card())
        .map(Source.Face::last4);
  }
}
