package com.pelcro.payments.cybersource;

import com.pelcro.payments.cybersource.http.Conversation;
import com.pelcro.payments.cybersource.http.CyberSourceClient;
import com.pelcro.payments.cybersource.http.Exchange;
import com.pelcro.payments.cybersource.http.Route;
import com.pelcro.payments.cybersource.json.Asked;
import com.pelcro.payments.cybersource.json.Asked.Kind;
import com.pelcro.payments.cybersource.json.PaymentJson;
import com.pelcro.payments.cybersource.json.Reading;
import com.pelcro.payments.cybersource.json.TokenJson;
import com.pelcro.payments.domain.gateway.CardVault;
import com.pelcro.payments.domain.gateway.Failure;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NoAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Rejection;
import com.pelcro.payments.domain.gateway.GatewayReference;
import com.pelcro.payments.domain.gateway.SaveCard;
import com.pelcro.payments.domain.gateway.VaultChange;
import com.pelcro.payments.domain.gateway.VaultCustomer;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.paymentmethod.BillingDetails;
import com.pelcro.payments.domain.paymentmethod.CardExpiry;
import com.pelcro.payments.domain.paymentmethod.GatewayToken;
import com.pelcro.payments.domain.site.Integration;
import org.jspecify.annotations.Nullable;

/// Keeps cards in CyberSource's vault. A card from the hosted fields belongs to a customer there; a
/// card that came as a bare number becomes an instrument of its own.
final class CyberSourceVault implements CardVault {

  private static final Route PAYMENTS = Route.of("/pts/v2/payments");
  private static final String CUSTOMER = "/tms/v2/customers/{customer}";
  private static final String OWNED = CUSTOMER + "/payment-instruments/{instrument}";
  private static final String STAND_ALONE = "/tms/v1/paymentinstruments/{instrument}";
  private static final String IDENTIFIER = "/tms/v1/instrumentidentifiers/{number}";

  private final CyberSourceClient client;

  CyberSourceVault(CyberSourceClient client) {
    this.client = client;
  }

  @Override
  public Witnessed<GatewayAnswer> save(SaveCard request) {
    var talk = client.begin(request.integration(), "save", request.references().code());
    var answer =
        CardKeeping.isNumbered(request.card())
            ? CardKeeping.withIdentifier(
                request.card(), identifier -> saveNumbered(talk, request, identifier))
            : CardKeeping.withCustomer(
                talk,
                request.owner(),
                request.references(),
                customer -> saveTyped(talk, request, customer));
    return new Witnessed<>(answer, talk.evidence());
  }

  @Override
  public VaultChange update(
      Integration integration, GatewayToken token, CardExpiry expiry, BillingDetails billing) {
    var body = TokenJson.InstrumentJson.changed(token, expiry, billing);
    return VaultReplies.change(begin(integration, "update").patch(route(token), body));
  }

  /// Only customers have a default; an instrument of its own needs none.
  @Override
  public VaultChange makeDefault(Integration integration, GatewayToken token) {
    var customer = token.customer();
    return customer == null
        ? new VaultChange.Changed()
        : VaultReplies.change(
            begin(integration, "make_default")
                .patch(Route.of(CUSTOMER, customer), TokenJson.DefaultJson.of(token)));
  }

  @Override
  public VaultChange remove(Integration integration, GatewayToken token) {
    return VaultReplies.change(begin(integration, "remove").delete(route(token)));
  }

  @Override
  public VaultChange removeCustomer(Integration integration, VaultCustomer customer) {
    var route = Route.of(CUSTOMER, customer.token());
    return VaultReplies.change(begin(integration, "remove_customer").delete(route));
  }

  private Conversation begin(Integration integration, String operation) {
    return client.begin(integration, operation, "-");
  }

  private static Route route(GatewayToken token) {
    var customer = token.customer();
    return customer == null
        ? Route.of(STAND_ALONE, token.instrument())
        : Route.of(OWNED, customer, token.instrument());
  }

  private static GatewayAnswer saveTyped(Conversation talk, SaveCard request, String customer) {
    var storing = CardKeeping.storing(request.integration(), customer);
    var body = PaymentJson.verification(request, customer);
    return Answers.read(asked(request, storing), talk.post(PAYMENTS, body));
  }

  /// The number has to be in the vault, the card good, and only then an instrument is made of it.
  private static GatewayAnswer saveNumbered(
      Conversation talk, SaveCard request, String identifier) {
    var known = talk.get(Route.of(IDENTIFIER, identifier));
    if (VaultReplies.resource(known).filter(number -> fits(number, request)).isEmpty()) {
      return known instanceof Exchange.Reply(int status, _) && status == 200
          ? rejected("the vault knows another card by this token")
          : VaultReplies.unasked(known, FailureCode.TOKEN_UNUSABLE);
    }
    var body = PaymentJson.numberedVerification(request, identifier);
    var verified = Answers.read(asked(request, null), talk.post(PAYMENTS, body));
    return verified instanceof Approval(var reference, _)
        ? storeNumbered(talk, request, identifier, reference)
        : verified;
  }

  private static GatewayAnswer storeNumbered(
      Conversation talk, SaveCard request, String identifier, GatewayReference reference) {
    var exchange = CardKeeping.storeStandAlone(talk, request.card(), identifier);
    var instrument = VaultReplies.resource(exchange).flatMap(stored -> stored.text("id"));
    if (instrument.isPresent()) {
      var card = CardKeeping.standAlone(request.integration(), instrument.get(), identifier);
      return new Approval(reference, card);
    }
    return switch (exchange) {
      case Exchange.NotSent(var why) -> rejected("the card was not stored: " + why);
      case Exchange.NoReply(var why) -> new NoAnswer(why);
      case Exchange.Reply(int status, _) when status >= 500 -> new NoAnswer("HTTP " + status);
      case Exchange.Reply(int status, var body) ->
          new Rejection(VaultReplies.failure(status, body, FailureCode.TOKEN_UNUSABLE));
    };
  }

  private static boolean fits(Reading number, SaveCard request) {
    return number
        .text("card.number")
        .filter(masked -> masked.endsWith(request.card().card().last4()))
        .isPresent();
  }

  private static Asked asked(SaveCard request, Asked.@Nullable Storing storing) {
    var network = request.card().card().network();
    return Asked.payment(Kind.VERIFICATION, Money.zero(request.currency()), network, storing);
  }

  private static Rejection rejected(String why) {
    return new Rejection(new Failure(FailureCode.TOKEN_UNUSABLE, why));
  }
}
