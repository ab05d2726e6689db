package com.pelcro.payments.simulator.tokens;

import com.pelcro.payments.simulator.card.CardNumber;
import com.pelcro.payments.simulator.http.Call;
import com.pelcro.payments.simulator.http.Endpoint;
import com.pelcro.payments.simulator.http.Reply;

/// `/tms/v1/instrumentidentifiers`: card numbers.
public final class IdentifiersEndpoint {

  private static final String LINEAGE =
      "processingInformation.authorizationOptions.initiator.merchantInitiatedTransaction.";

  private final Vault vault;

  /// Keeps numbers in this vault.
  public IdentifiersEndpoint(Vault vault) {
    this.vault = vault;
  }

  /// `POST`: 201 for a new number, 200 for a known one, the same id both times.
  public Endpoint create() {
    return TokenErrors.profiled(
        call -> {
          TokenErrors.require(call.body(), "card.number");
          var number = CardNumber.typed(call.body().at("card.number").asText());
          if (!number.isWellFormed()) {
            throw TokenErrors.invalid("card", "number");
          }
          var status = vault.identifierOf(call.merchant(), number).isEmpty() ? 201 : 200;
          var identifier = vault.identify(call.merchant(), number);
          return single(status, identifier).with("Location", TokenViews.path(identifier));
        });
  }

  /// `GET …/{identifier}`.
  public Endpoint read() {
    return TokenErrors.profiled(call -> single(200, find(call)));
  }

  /// `PATCH …/{identifier}`: the lineage of merchant-initiated payments, nothing else.
  public Endpoint change() {
    return TokenErrors.profiled(
        call -> {
          TokenErrors.require(call.body());
          var found = find(call);
          TokenErrors.requireVersion(call, found.version());
          var previous = call.body().text(LINEAGE + "previousTransactionId");
          var original = call.body().text(LINEAGE + "originalAuthorizedAmount");
          return single(
              200,
              vault.keep(
                  found.descending(
                      previous.orElse(found.previousTransactionId()),
                      original.orElse(found.originalAmount()))));
        });
  }

  /// `DELETE …/{identifier}`: not while an instrument uses it.
  public Endpoint delete() {
    return TokenErrors.profiled(
        call -> {
          var found = find(call);
          if (!vault.instrumentsOf(found).isEmpty()) {
            throw TokenErrors.of(
                409,
                "instrumentIdentifierDeletionError",
                "The instrument identifier is used by a payment instrument");
          }
          vault.delete(found);
          return Reply.empty(204);
        });
  }

  /// `GET …/{identifier}/paymentinstruments`, page by page.
  public Endpoint instruments() {
    return TokenErrors.profiled(
        call -> {
          var found = find(call);
          var path = TokenViews.path(found) + "/paymentinstruments";
          return TokenViews.page(
              call, path, vault.instrumentsOf(found), one -> TokenViews.view(vault, one));
        });
  }

  private InstrumentIdentifier find(Call call) {
    var id = call.parameter("identifier");
    return vault.identifier(call.merchant(), id).orElseThrow(() -> TokenErrors.absent(vault, id));
  }

  private static Reply single(int status, InstrumentIdentifier identifier) {
    return TokenViews.single(status, TokenViews.view(identifier), identifier.version());
  }
}
