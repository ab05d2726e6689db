package com.pelcro.payments.application.cardsession;

import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.gateway.Gateways;
import com.pelcro.payments.application.site.Serving;
import java.time.InstantSource;

/// The use cases of card sessions, wired to work on any storage.
public record CardSessionUseCases(StartCardSession start, FindCardSession find) {

  public static CardSessionUseCases on(Storage storage, Gateways gateways, InstantSource clock) {
    return new CardSessionUseCases(
        new StartCardSession(
            storage.transactions(),
            storage.claims(),
            new SessionTerms(storage.sites(), new Serving(storage.integrations())),
            gateways,
            storage.cardSessions(),
            clock),
        new FindCardSession(storage.cardSessions()));
  }
}
