package com.pelcro.payments.application.cardsession;

import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.gateway.Gateways;
import com.pelcro.payments.application.site.Serving;
import java.net.URI;
import java.time.InstantSource;

/// The use cases of card sessions, wired to work on any storage.
public record CardSessionUseCases(
    StartCardSession start, FindCardSession find, ShowCardForm show, RenewCardSession renew) {

  /// Where the card form is.
  public static final FormPlace PLACE = FormPlace.at(URI.create("https://payments.example/"));

  public static CardSessionUseCases on(Storage storage, Gateways gateways, InstantSource clock) {
    var terms = new SessionTerms(storage.sites(), new Serving(storage.integrations()));
    var opening = new FieldOpening(gateways, PLACE, clock);
    var testing = new CardTesting(CardTestingLimits.USUAL, clock);
    return new CardSessionUseCases(
        new StartCardSession(
            storage.transactions(),
            storage.claims(),
            terms,
            opening,
            storage.cardSessions(),
            testing),
        new FindCardSession(storage.cardSessions()),
        new ShowCardForm(storage.cardSessions(), clock),
        new RenewCardSession(
            storage.transactions(), storage.cardSessions(), terms, opening, testing, clock));
  }
}
