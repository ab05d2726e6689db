package com.pelcro.payments.simulator.payments;

import com.pelcro.payments.simulator.Amount;
import com.pelcro.payments.simulator.Kind;
import com.pelcro.payments.simulator.References;
import com.pelcro.payments.simulator.Transaction;
import com.pelcro.payments.simulator.card.CapturedCards;
import com.pelcro.payments.simulator.http.Call;
import com.pelcro.payments.simulator.http.Endpoint;
import com.pelcro.payments.simulator.http.Reply;
import com.pelcro.payments.simulator.tokens.Vault;
import org.jspecify.annotations.Nullable;

/// `POST /pts/v2/payments`: authorizations and sales.
public final class PaymentsEndpoint implements Endpoint {

  private final Books books;
  private final Vault vault;
  private final CapturedCards captured;
  private final CardSources cards;
  private final PaymentTerms terms;
  private final Issuer issuer;
  private final Series series = new Series();

  /// Takes payments with cards from the vault, from forms, or as numbers.
  public PaymentsEndpoint(Books books, Vault vault, CapturedCards captured) {
    this.books = books;
    this.vault = vault;
    this.captured = captured;
    this.cards = new CardSources(vault, captured, books);
    this.terms = new PaymentTerms(books, series);
    this.issuer = new Issuer(books);
  }

  @Override
  public Reply answer(Call call) {
    terms.refuseIncomplete(call);
    var amount = books.amount(call, "orderInformation");
    var references = books.references(call);
    var card = cards.resolve(call);
    terms.refuseUnaddressed(call.body(), card);
    terms.judgeInitiator(call, card);
    var capture = call.body().flag("processingInformation.capture");
    var judgement = issuer.judge(call, card, amount, capture);
    var wanted = judgement.approved() && StoredTokens.wanted(call.body());
    var stored = wanted ? StoredTokens.create(vault, call.merchant(), call.body(), card) : null;
    var kind = capture ? Kind.SALE : Kind.AUTHORIZATION;
    var payment = write(call, kind, references, amount, card, judgement, stored);
    return judgement.outcome().status().equals("SERVER_ERROR")
        ? PaymentReply.broken(payment)
        : PaymentReply.payment(payment, judgement.approved(), stored);
  }

  /// Forgets what later payments could have named.
  public void clear() {
    series.clear();
  }

  private Transaction write(
      Call call,
      Kind kind,
      References references,
      Amount amount,
      PayingCard card,
      Judgement judgement,
      @Nullable StoredTokens stored) {
    var source =
        card.source(
            call.body().text("processingInformation.commerceIndicator").orElse(null),
            PaymentTerms.initiator(call.body()).orElse(null));
    var payment =
        new Transaction(
            books.ledger().nextId(books.now()),
            kind,
            references,
            null,
            amount,
            stored == null ? source : stored.addTo(source),
            judgement.outcome(),
            judgement.clearing(),
            judgement.hold(),
            judgement.applications(),
            books.now(),
            books.visible(call));
    if (judgement.approved()) {
      settleTokens(payment, card);
      series.add(payment, card.number(), MerchantTerms.previous(call.body()));
    }
    return books.ledger().add(payment);
  }

  private void settleTokens(Transaction payment, PayingCard card) {
    if (card.captured() != null) {
      captured.spend(card.captured());
    }
    var identifier = payment.source().instrumentIdentifier();
    var networkId = payment.outcome().networkTransactionId();
    if (identifier != null && networkId != null) {
      var amount = payment.amount().minorUnits() == 0 ? null : payment.amount().text();
      vault.recordLineage(payment.merchant(), identifier, networkId, amount);
    }
  }
}
