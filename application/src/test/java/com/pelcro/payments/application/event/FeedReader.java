package com.pelcro.payments.application.event;

import static com.pelcro.payments.application.Outcomes.done;

import com.pelcro.payments.domain.event.EventId;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Follows a feed as a consumer does, always on from where the last page led, and remembers what it
/// was told of some sites.
public final class FeedReader {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ReadEvents events;
  private final Feed feed;
  private final int limit;
  private final Set<SiteId> sites;
  private final List<RecordedEvent> seen = new ArrayList<>();
  private @Nullable EventId after;

  public FeedReader(ReadEvents events, Feed feed, int limit, SiteId... sites) {
    this.events = events;
    this.feed = feed;
    this.limit = limit;
    this.sites = Set.of(sites);
  }

  public static FeedReader of(ReadEvents events, SiteId site, int limit) {
    return new FeedReader(events, new Feed.OfSite(site), limit, site);
  }

  /// What was told once `count` events were, and whatever more there is; fewer if nothing came for
  /// a long time.
  public List<RecordedEvent> follow(int count) {
    while (seen.size() < count && came(PATIENCE)) {}
    while (came(Duration.ZERO)) {}
    return List.copyOf(seen);
  }

  private boolean came(Duration patience) {
    var page = done(events.read(new Reading(feed, after, new EventTypes.Any(), limit), patience));
    page.events().stream().filter(event -> sites.contains(event.site())).forEach(seen::add);
    after = page.upTo();
    return !page.events().isEmpty();
  }
}
