package com.pelcro.payments.domain.gateway.memory;

import com.pelcro.payments.domain.gateway.CardVault;
import com.pelcro.payments.domain.gateway.Failure;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Rejection;
import com.pelcro.payments.domain.gateway.SaveCard;
import com.pelcro.payments.domain.gateway.VaultChange;
import com.pelcro.payments.domain.gateway.VaultCustomer;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.gateway.memory.Books.Deed;
import com.pelcro.payments.domain.gateway.memory.CardFile.Filed;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.paymentmethod.BillingDetails;
import com.pelcro.payments.domain.paymentmethod.CardExpiry;
import com.pelcro.payments.domain.paymentmethod.GatewayToken;
import com.pelcro.payments.domain.site.Integration;
import java.util.function.Function;

/// The vault of the gateway in memory.
final class MemoryVault implements CardVault {

  private final Wire wire;
  private final Books books;
  private final Script script;
  private final CardFile cards;

  MemoryVault(Wire wire, Books books, Script script, CardFile cards) {
    this.wire = wire;
    this.books = books;
    this.script = script;
    this.cards = cards;
  }

  @Override
  public Witnessed<GatewayAnswer> save(SaveCard request) {
    return Answers.witnessed(
        OperationKind.SAVE_CARD,
        request.references(),
        wire.carry(request.integration(), () -> stored(request), Answers::of));
  }

  private GatewayAnswer stored(SaveCard request) {
    return books.once(
        OperationKind.SAVE_CARD,
        request.references(),
        Money.zero(request.currency()),
        () ->
            cards.isFresh(request.card())
                ? Deed.none(judged(request))
                : Deed.none(new Rejection(new Failure(FailureCode.TOKEN_UNUSABLE, "used up"))));
  }

  private GatewayAnswer judged(SaveCard request) {
    var reference = books.reference();
    return script
        .no(reference)
        .orElseGet(() -> new Approval(reference, cards.store(request.card(), request.owner())));
  }

  @Override
  public VaultChange update(
      Integration integration, GatewayToken token, CardExpiry expiry, BillingDetails billing) {
    return change(
        integration,
        token,
        card -> {
          cards.change(card, expiry, billing);
          return new VaultChange.Changed();
        });
  }

  @Override
  public VaultChange makeDefault(Integration integration, GatewayToken token) {
    return change(
        integration,
        token,
        card -> {
          cards.makeDefault(card);
          return new VaultChange.Changed();
        });
  }

  @Override
  public VaultChange remove(Integration integration, GatewayToken token) {
    return change(integration, token, this::removed);
  }

  private VaultChange removed(Filed card) {
    if (cards.isTiedDown(card)) {
      return new VaultChange.Refused(
          new Failure(FailureCode.GATEWAY_REJECTED, "the customer's default card"));
    }
    cards.remove(card);
    return new VaultChange.Changed();
  }

  @Override
  public VaultChange removeCustomer(Integration integration, VaultCustomer customer) {
    return wire.carry(
        integration,
        () -> cards.removeCustomer(customer) ? new VaultChange.Changed() : new VaultChange.Gone(),
        Answers::ofVault);
  }

  private VaultChange change(
      Integration integration, GatewayToken token, Function<Filed, VaultChange> change) {
    return wire.carry(
        integration,
        () -> cards.find(token).map(change).orElse(new VaultChange.Gone()),
        Answers::ofVault);
  }
}
