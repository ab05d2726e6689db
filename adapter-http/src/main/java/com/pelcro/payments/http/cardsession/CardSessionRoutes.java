package com.pelcro.payments.http.cardsession;

import static com.pelcro.payments.http.access.Access.SITE;

import com.pelcro.payments.application.cardsession.FindCardSession;
import com.pelcro.payments.application.cardsession.StartCardSession;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.cardsession.CardSessionId;
import com.pelcro.payments.http.HttpSettings;
import com.pelcro.payments.http.server.Call;
import com.pelcro.payments.http.server.Reply;
import com.pelcro.payments.http.server.Route;
import com.pelcro.payments.http.server.Routes;
import jakarta.inject.Inject;
import java.util.List;

/// Card sessions: what the hosted card fields need.
public final class CardSessionRoutes implements Routes {

  private static final String ALL = "/v1/sites/{site}/card-sessions";

  private final StartCardSession start;
  private final FindCardSession find;
  private final HttpSettings settings;

  @Inject
  public CardSessionRoutes(StartCardSession start, FindCardSession find, HttpSettings settings) {
    this.start = start;
    this.find = find;
    this.settings = settings;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post(ALL, SITE, this::start), Route.get(ALL + "/{card_session}", SITE, this::show));
  }

  private Reply start(Call call) {
    var request = call.body(NewCardSessionJson.class).request(call.intent());
    return Reply.once(start.start(request), _ -> 201, this::shown);
  }

  private Reply show(Call call) {
    var id = call.id("card_session", CardSessionId::new);
    return Reply.to(find.find(call.site(), id), session -> Reply.ok(shown(session)));
  }

  private CardSessionJson shown(CardSession session) {
    return CardSessionJson.of(session, settings.publicUrl());
  }
}
