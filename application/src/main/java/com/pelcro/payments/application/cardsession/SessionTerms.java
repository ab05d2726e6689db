package com.pelcro.payments.application.cardsession;

import com.pelcro.payments.application.Refusal.NetworkNotAllowed;
import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Refusal.OriginNotAllowed;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.site.Serving;
import com.pelcro.payments.application.site.Sites;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.Origin;
import com.pelcro.payments.domain.site.Site;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Which pages may show a session's card fields and which networks they take: what was asked for,
/// within what the site has.
final class SessionTerms {

  record Agreed(Integration integration, List<Origin> origins, Set<CardNetwork> networks) {}

  private final Sites sites;
  private final Serving serving;

  @Inject
  SessionTerms(Sites sites, Serving serving) {
    this.sites = sites;
    this.serving = serving;
  }

  Result<Agreed> agree(StartCardSession.Request request) {
    return agree(request.intent().site(), request.origins(), request.networks());
  }

  private Result<Agreed> agree(SiteId id, List<Origin> origins, Set<CardNetwork> networks) {
    return Result.found(sites.find(id), () -> new NotFound("site"))
        .then(
            site ->
                serving.first(id).then(integration -> agree(origins, networks, site, integration)));
  }

  /// The terms of a session that was opened before, if the site still has all of them.
  Result<Agreed> again(CardSession session) {
    return agree(session.site(), session.origins(), session.networks());
  }

  private static Result<Agreed> agree(
      List<Origin> asked, Set<CardNetwork> askedNetworks, Site site, Integration integration) {
    return origins(asked, site, integration)
        .then(
            origins ->
                networks(askedNetworks, integration)
                    .map(networks -> new Agreed(integration, origins, networks)));
  }

  private static Result<List<Origin>> origins(
      List<Origin> asked, Site site, Integration integration) {
    var allowed = new ArrayList<Origin>();
    allowed.add(site.url());
    allowed.addAll(integration.additionalSites());
    return asked.stream()
        .filter(origin -> !allowed.contains(origin))
        .findFirst()
        .<Result<List<Origin>>>map(origin -> new Refused<>(new OriginNotAllowed(origin)))
        .orElseGet(
            () -> new Done<>((asked.isEmpty() ? allowed : asked).stream().distinct().toList()));
  }

  private static Result<Set<CardNetwork>> networks(
      Set<CardNetwork> asked, Integration integration) {
    var refused =
        asked.stream()
            .filter(network -> !integration.networks().contains(network))
            .sorted()
            .toList();
    if (!refused.isEmpty()) {
      return new Refused<>(new NetworkNotAllowed(refused));
    }
    return new Done<>(asked.isEmpty() ? integration.networks() : asked);
  }
}
