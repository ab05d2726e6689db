package com.pelcro.payments.application.cardsession;

import com.pelcro.payments.application.Once;
import com.pelcro.payments.application.Once.Created;
import com.pelcro.payments.application.Once.Repeated;
import com.pelcro.payments.application.Refusal.KeyReused;
import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Transactions;
import com.pelcro.payments.application.idempotency.Claim;
import com.pelcro.payments.application.idempotency.Claim.Clash;
import com.pelcro.payments.application.idempotency.Claim.Fresh;
import com.pelcro.payments.application.idempotency.Claim.Repeat;
import com.pelcro.payments.application.idempotency.IdempotencyClaims;
import com.pelcro.payments.application.idempotency.Intent;
import com.pelcro.payments.domain.cardsession.CaptureMethod;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.cardsession.CardSessionId;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.Origin;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/// Opens the gateway's hosted card fields for one page view.
public final class StartCardSession {

  /// Without origins or networks the session takes all that the site has.
  public record Request(
      Intent intent, List<Origin> origins, Set<CardNetwork> networks, CaptureMethod method) {}

  private final Transactions transactions;
  private final IdempotencyClaims claims;
  private final SessionTerms terms;
  private final FieldOpening opening;
  private final CardSessions sessions;
  private final CardTesting testing;

  @Inject
  public StartCardSession(
      Transactions transactions,
      IdempotencyClaims claims,
      SessionTerms terms,
      FieldOpening opening,
      CardSessions sessions,
      CardTesting testing) {
    this.transactions = transactions;
    this.claims = claims;
    this.terms = terms;
    this.opening = opening;
    this.sessions = sessions;
    this.testing = testing;
  }

  /// No money moves here, so the gateway may be asked before the key is claimed; asked twice, it
  /// opens two.
  public Result<Once<CardSession>> start(Request request) {
    return switch (transactions.commit(() -> claims.look(request.intent()))) {
      case Fresh _ ->
          testing
              .admit(request.intent().site(), request)
              .then(terms::agree)
              .then(agreed -> open(request, agreed));
      case Claim known -> known(request.intent(), known);
    };
  }

  private Result<Once<CardSession>> open(Request request, SessionTerms.Agreed agreed) {
    return opening.open(agreed, request.method()).then(session -> keep(request.intent(), session));
  }

  private Result<Once<CardSession>> keep(Intent intent, CardSession session) {
    return transactions.inTransaction(
        () ->
            switch (claims.claim(intent, session.id())) {
              case Fresh _ -> {
                sessions.add(session);
                yield new Done<>(new Created<>(session));
              }
              case Claim known -> known(intent, known);
            });
  }

  private Result<Once<CardSession>> known(Intent intent, Claim claim) {
    return switch (claim) {
      case Repeat(CardSessionId earlier) ->
          Result.found(sessions.find(intent.site(), earlier), () -> new NotFound("card session"))
              .map(Repeated::new);
      case Fresh _, Repeat _, Clash _ -> new Refused<>(new KeyReused(intent.key()));
    };
  }
}
