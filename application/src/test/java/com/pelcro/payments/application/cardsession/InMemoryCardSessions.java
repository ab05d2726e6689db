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

  /// Which form a session belongs to, by its first session, and whether a card was taken from it.
  public record Place(CardSessionId first, boolean isSpent) {}

  @Override
  public FormHistory history(CardSession session) {
    return database.ask(() -> history(session.site(), session.id()));
  }

  private FormHistory history(SiteId site, CardSessionId id) {
    var first = place(site, id).first();
    var others = database.forms.of(site).filter(place -> place.first().equals(first)).toList();
    var known = database.forms.find(site, first.value()).isPresent() ? 1 : 0;
    return new FormHistory(first, others.size() - known, others.stream().anyMatch(Place::isSpent));
  }

  private Place place(SiteId site, CardSessionId id) {
    return database.forms.find(site, id.value()).orElseGet(() -> new Place(id, false));
  }

  @Override
  public Optional<FormHistory> lockHistory(CardSessionId id) {
    if (!database.inTransaction()) {
      throw new IllegalStateException("a form is locked in a transaction only");
    }
    return find(id).map(session -> history(session.site(), id));
  }

  @Override
  public void renew(CardSessionId first, CardSession fresh) {
    database.tell(
        () -> {
          add(fresh);
          database.forms.put(fresh.site(), fresh.id().value(), new Place(first, false));
        });
  }

  @Override
  public void spend(CardSession session) {
    database.tell(
        () -> {
          var place = place(session.site(), session.id());
          database.forms.put(session.site(), session.id().value(), new Place(place.first(), true));
        });
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
