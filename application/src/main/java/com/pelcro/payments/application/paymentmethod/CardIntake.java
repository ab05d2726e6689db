package com.pelcro.payments.application.paymentmethod;

import com.pelcro.payments.application.Refusal.FieldProblem;
import com.pelcro.payments.application.Refusal.FieldProblem.Kind;
import com.pelcro.payments.application.Refusal.InvalidFields;
import com.pelcro.payments.application.Refusal.NetworkNotAllowed;
import com.pelcro.payments.application.Refusal.TokenAlreadyUsed;
import com.pelcro.payments.application.Refusal.TokenExpired;
import com.pelcro.payments.application.Refusal.TokenInvalid;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.cardsession.CardSessions;
import com.pelcro.payments.application.cardsession.CardSessions.TokenUse;
import com.pelcro.payments.application.cardsession.CardTesting;
import com.pelcro.payments.application.gateway.Gateways;
import com.pelcro.payments.application.paymentmethod.SavePaymentMethod.Preference;
import com.pelcro.payments.application.site.Serving;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.gateway.FreshCard;
import com.pelcro.payments.domain.gateway.TokenReading.Expired;
import com.pelcro.payments.domain.gateway.TokenReading.Forged;
import com.pelcro.payments.domain.gateway.TokenReading.Genuine;
import com.pelcro.payments.domain.paymentmethod.CredentialLineage;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes in a card that was just typed: checks its token in every way we can ourselves, sees that
/// it is used once, and writes down a payment method that is still to be verified. Part of a
/// transaction.
public final class CardIntake {

  private final Serving serving;
  private final Gateways gateways;
  private final CardSessions sessions;
  private final PaymentMethods methods;
  private final CardTesting testing;
  private final InstantSource clock;

  @Inject
  public CardIntake(
      Serving serving,
      Gateways gateways,
      CardSessions sessions,
      PaymentMethods methods,
      CardTesting testing,
      InstantSource clock) {
    this.serving = serving;
    this.gateways = gateways;
    this.sessions = sessions;
    this.methods = methods;
    this.testing = testing;
    this.clock = clock;
  }

  public Result<TakenCard> take(
      SiteId site,
      @Nullable CustomerId customer,
      PaymentMethodId id,
      CardOffer offer,
      Preference preference) {
    return Result.found(sessions.find(site, offer.session()), CardIntake::noSession)
        .then(session -> testing.admit(session, session))
        .then(
            session ->
                serving
                    .enabled(site, session.gateway())
                    .then(
                        integration ->
                            take(integration, session, customer, id, offer, preference)));
  }

  private Result<TakenCard> take(
      Integration integration,
      CardSession session,
      @Nullable CustomerId customer,
      PaymentMethodId id,
      CardOffer offer,
      Preference preference) {
    return genuine(session, integration, offer)
        .then(
            card -> {
              var used = sessions.use(session.site(), card.id(), id, card.expiresAt());
              if (used == TokenUse.AGAIN) {
                return new Refused<>(new TokenAlreadyUsed());
              }
              sessions.spend(session);
              testing.taken(session, id);
              return new Done<>(taken(integration, session, customer, id, offer, card, preference));
            });
  }

  private Result<Genuine> genuine(CardSession session, Integration integration, CardOffer offer) {
    return switch (gateways.get(session.gateway()).capture().read(session, offer.token())) {
      case Genuine card when taken(card, session, integration) -> new Done<>(card);
      case Genuine card -> new Refused<>(new NetworkNotAllowed(List.of(card.card().network())));
      case Expired _ -> new Refused<>(new TokenExpired());
      case Forged(var why) -> new Refused<>(new TokenInvalid(why));
    };
  }

  /// A site may have stopped taking a network since the session was opened.
  private static boolean taken(Genuine card, CardSession session, Integration integration) {
    var network = card.card().network();
    return session.networks().contains(network) && integration.networks().contains(network);
  }

  private TakenCard taken(
      Integration integration,
      CardSession session,
      @Nullable CustomerId customer,
      PaymentMethodId id,
      CardOffer offer,
      Genuine card,
      Preference preference) {
    var now = clock.instant();
    var method =
        new PaymentMethod(
            id,
            session.site(),
            customer,
            session.gateway(),
            card.card(),
            null,
            offer.billing(),
            preference == Preference.DEFAULT,
            new PaymentMethodState.Verifying(),
            CredentialLineage.NONE,
            now,
            now);
    methods.add(method);
    return new TakenCard(
        integration, method, new FreshCard(session, offer.token(), card.card(), offer.billing()));
  }

  private static InvalidFields noSession() {
    return new InvalidFields(
        List.of(
            new FieldProblem(
                "/card_session",
                Kind.INVALID,
                "there is no such card session at this site; open a new one")));
  }
}
