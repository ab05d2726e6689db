package com.pelcro.payments.application.event;

import com.pelcro.payments.application.InMemoryDatabase;
import com.pelcro.payments.domain.event.EventId;
import com.pelcro.payments.domain.site.SiteId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The feeds in memory. Transactions run one after the other here, so the order of ids is that of
/// commits. Looks as few events ahead as to make readers go on often.
public final class InMemoryEventFeed implements EventFeed {

  private static final int STRETCH = 10;

  private final InMemoryDatabase database;

  public InMemoryEventFeed(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public boolean has(Feed feed, EventId event) {
    return all(feed).stream().anyMatch(row -> row.id().equals(event));
  }

  @Override
  public FeedPage read(Reading reading) {
    var after = reading.after();
    var types = reading.types();
    var limit = reading.limit();
    var ahead =
        all(reading.feed()).stream()
            .filter(row -> after == null || row.id().value().compareTo(after.value()) > 0)
            .limit(types instanceof EventTypes.Any ? limit : STRETCH)
            .toList();
    var wanted = ahead.stream().filter(row -> types.include(row.type())).limit(limit).toList();
    var last = wanted.size() == limit ? wanted : ahead;
    return new FeedPage(wanted, last.isEmpty() ? after : last.getLast().id());
  }

  @Override
  public List<RecordedEvent> latest(SiteId site, @Nullable Long before, int most) {
    return all(new Feed.OfSite(site)).reversed().stream()
        .filter(row -> before == null || row.sequence() < before)
        .limit(most)
        .toList();
  }

  @Override
  public Map<Feed, EventId> heads(Set<Feed> feeds) {
    var heads = new HashMap<Feed, EventId>();
    for (var feed : feeds) {
      var rows = all(feed);
      if (!rows.isEmpty()) {
        heads.put(feed, rows.getLast().id());
      }
    }
    return heads;
  }

  private List<RecordedEvent> all(Feed feed) {
    return database.ask(
        () ->
            switch (feed) {
              case Feed.OfSite(var site) -> database.events.of(site).toList();
              case Feed.OfAllSites _ ->
                  database
                      .events
                      .all()
                      .sorted(Comparator.comparing(row -> row.id().value()))
                      .toList();
            });
  }
}
