package com.pelcro.payments.application.cardsession;

import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.cardsession.CardSessionId;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;
import java.util.Optional;

/// Open card sessions, and which of the tokens that came from them are used.
public interface CardSessions {

  /// Whether a token is new to us.
  enum TokenUse {
    FIRST,
    AGAIN
  }

  void add(CardSession session);

  Optional<CardSession> find(SiteId site, CardSessionId id);

  /// The session whatever its site: the card form knows nothing but its id.
  Optional<CardSession> find(CardSessionId id);

  /// What became of the form that shows this session.
  FormHistory history(CardSession session);

  /// The same of a session that may be gone; nobody renews the form until the transaction ends.
  Optional<FormHistory> lockHistory(CardSessionId id);

  /// Adds a session to the form that was opened with the first one.
  void renew(CardSessionId first, CardSession fresh);

  /// A card was taken from a session: its form is not renewed any more.
  void spend(CardSession session);

  /// Marks a token, by its own id, as used for a payment method; it may be forgotten after
  /// `expiresAt`.
  TokenUse use(SiteId site, String tokenId, PaymentMethodId method, Instant expiresAt);

  /// Makes the token used for a payment method free again: after a decline the gateway takes it
  /// once more.
  void free(SiteId site, PaymentMethodId method);
}
