package com.pelcro.payments.cybersource;

import com.pelcro.payments.cybersource.capture.FlexToken;
import com.pelcro.payments.cybersource.http.Conversation;
import com.pelcro.payments.cybersource.http.Exchange;
import com.pelcro.payments.cybersource.http.MerchantKeys;
import com.pelcro.payments.cybersource.http.Route;
import com.pelcro.payments.cybersource.json.Asked;
import com.pelcro.payments.cybersource.json.TokenJson;
import com.pelcro.payments.cybersource.json.VaultedCards;
import com.pelcro.payments.domain.cardsession.CaptureMethod;
import com.pelcro.payments.domain.gateway.CardOwner;
import com.pelcro.payments.domain.gateway.Failure;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.FreshCard;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.VaultedCard;
import com.pelcro.payments.domain.operation.References;
import com.pelcro.payments.domain.site.Integration;
import java.util.function.Function;

/// What payments and the vault both need to keep a card: the customer it belongs to, or, for a card
/// that came as a bare number of the vault's, an instrument of its own.
final class CardKeeping {

  private static final String CUSTOMERS = "/tms/v2/customers";
  private static final String CUSTOMER = "/tms/v2/customers/{customer}";
  private static final String INSTRUMENTS = "/tms/v1/paymentinstruments";

  private CardKeeping() {}

  static Asked.Storing storing(Integration integration, String customer) {
    return new Asked.Storing(merchant(integration), customer);
  }

  /// For whichever customer a look-up will name.
  static Asked.Storing storing(Integration integration) {
    return new Asked.Storing(merchant(integration), null);
  }

  static boolean isNumbered(FreshCard card) {
    return card.session().method() == CaptureMethod.FLEX_KEY;
  }

  /// Goes on with the vault's customer, who is made known first where the vault has not met him, or
  /// has forgotten him: he was deleted there, or belonged to another merchant account. Asking
  /// before costs a call, and saves a payment that could not be asked for twice.
  static GatewayAnswer withCustomer(
      Conversation talk,
      CardOwner owner,
      References references,
      Function<String, GatewayAnswer> next) {
    var known = owner.known();
    if (known == null) {
      return registered(talk, owner, references, next);
    }
    var exchange = talk.get(Route.of(CUSTOMER, known.token()));
    if (exchange instanceof Exchange.Reply(int status, _) && (status == 404 || status == 410)) {
      return registered(talk, owner, references, next);
    }
    return VaultReplies.resource(exchange)
        .map(_ -> next.apply(known.token()))
        .orElseGet(() -> VaultReplies.unasked(exchange, FailureCode.GATEWAY_MISCONFIGURED));
  }

  private static GatewayAnswer registered(
      Conversation talk,
      CardOwner owner,
      References references,
      Function<String, GatewayAnswer> next) {
    var body = TokenJson.CustomerJson.of(owner.customer(), references);
    var exchange = talk.post(Route.of(CUSTOMERS), body);
    return VaultReplies.resource(exchange)
        .flatMap(customer -> customer.text("id"))
        .map(next)
        .orElseGet(() -> VaultReplies.unasked(exchange, FailureCode.GATEWAY_MISCONFIGURED));
  }

  /// Goes on with the card number's token, as the browser brought it.
  static GatewayAnswer withIdentifier(FreshCard card, Function<String, GatewayAnswer> next) {
    return FlexToken.identifier(card.token())
        .map(next)
        .orElseGet(
            () ->
                new GatewayAnswer.Rejection(
                    new Failure(FailureCode.TOKEN_UNUSABLE, "the card's token cannot be read")));
  }

  /// Stores an instrument for a card number.
  static Exchange storeStandAlone(Conversation talk, FreshCard card, String identifier) {
    return talk.post(Route.of(INSTRUMENTS), TokenJson.InstrumentJson.standAlone(card, identifier));
  }

  static VaultedCard standAlone(Integration integration, String instrument, String identifier) {
    return VaultedCards.card(merchant(integration), null, instrument, identifier);
  }

  private static String merchant(Integration integration) {
    return integration.credentials().values().getOrDefault(MerchantKeys.MERCHANT_ID, "");
  }
}
