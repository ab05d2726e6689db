package com.pelcro.payments.http.event;

import com.pelcro.payments.application.event.EventTypes;
import com.pelcro.payments.application.event.Feed;
import com.pelcro.payments.application.event.FeedPage;
import com.pelcro.payments.application.event.ReadEvents;
import com.pelcro.payments.application.event.Reading;
import com.pelcro.payments.domain.event.EventId;
import com.pelcro.payments.http.access.Access;
import com.pelcro.payments.http.json.Page;
import com.pelcro.payments.http.server.Call;
import com.pelcro.payments.http.server.Reply;
import com.pelcro.payments.http.server.Route;
import com.pelcro.payments.http.server.Routes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/// The feeds: of one site, and of all.
public final class EventRoutes implements Routes {

  private static final String ALL_OF_A_KIND = ".*";

  private final ReadEvents read;

  @Inject
  public EventRoutes(ReadEvents read) {
    this.read = read;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.waiting(
            "/v1/sites/{site}/events",
            Access.SITE,
            call -> read(new Feed.OfSite(call.site()), call)),
        Route.waiting("/v1/events", Access.OPERATOR, call -> read(new Feed.OfAllSites(), call)));
  }

  private Reply read(Feed feed, Call call) {
    var reading =
        new Reading(
            feed,
            call.query("after").map(EventId::new).orElse(null),
            call.query("type").map(EventRoutes::types).orElseGet(EventTypes.Any::new),
            call.limit());
    var patience = call.query("wait").map(EventRoutes::duration).orElse(Duration.ZERO);
    return Reply.to(read.read(reading, patience), page -> Reply.ok(shown(page)));
  }

  /// The cursor is there even when nothing follows, so that the reader can come back with it.
  private static Page<FeedItemJson> shown(FeedPage page) {
    var upTo = page.upTo();
    return new Page<>(
        page.events().stream().map(FeedItemJson::of).toList(), upTo == null ? null : upTo.value());
  }

  private static EventTypes types(String type) {
    return type.endsWith(ALL_OF_A_KIND)
        ? new EventTypes.About(type.substring(0, type.length() - ALL_OF_A_KIND.length()))
        : new EventTypes.Exactly(type);
  }

  /// Whole seconds, such as `20s`.
  private static Duration duration(String wait) {
    return Duration.parse("PT" + wait);
  }
}
