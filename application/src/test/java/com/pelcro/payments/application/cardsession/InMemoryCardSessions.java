package com.pelcro.payments.application.cardsession;

import com.pelcro.payments.application.InMemoryDatabase;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.cardsession.CardSessionId;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;
import java.util.Optional;

/// Card sessions and used tokens in memory.
public final class InMemoryCardSessions implements CardSessions {

  private final InMemoryDatabase database;

  public InMemoryCardSessions(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public void add(CardSession session) {
    database.tell(
        () -> {
          database.sites.require(session.site(), session.site().value());
          database.cardSessions.insert(session.site(), session.id().value(), session);
        });
  }

  @Override
  public Optional<CardSession> find(SiteId site, CardSessionId id) {
    return database.ask(() -> database.cardSessions.find(site, id.value()));
  }

  @Override
  public Optional<CardSession> find(CardSessionId id) {
    return database.ask(
        () -> database.cardSessions.all().filter(session -> session.id().equals(id)).findFirst());
  }

  @Override
  public TokenUse use(SiteId site, String tokenId, PaymentMethodId method, Instant expiresAt) {
    return database.ask(
        () -> {
          database.sites.require(site, site.value());
          if (database.tokens.find(site, tokenId).isPresent()) {
            return TokenUse.AGAIN;
          }
          database.tokens.insert(site, tokenId, method);
          return TokenUse.FIRST;
        });
  }

  @Override
  public void free(SiteId site, PaymentMethodId method) {
    database.tell(() -> database.tokens.removeIf(site, method::equals));
  }
}
