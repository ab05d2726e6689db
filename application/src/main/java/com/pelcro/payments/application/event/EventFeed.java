package com.pelcro.payments.application.event;

import com.pelcro.payments.domain.event.EventId;
import com.pelcro.payments.domain.site.SiteId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what [EventLog] appended. Whoever goes on from where a page ended meets every event of the
/// feed once: nothing ever appears behind a reader.
public interface EventFeed {

  /// Whether the event is one of the feed's.
  boolean has(Feed feed, EventId event);

  /// The next page. Looks no further ahead than one statement should, so one without events may
  /// still have come forward.
  FeedPage read(Reading reading);

  /// Up to `most` of a site's events, newest first: those before the one with this sequence, or the
  /// last there are.
  List<RecordedEvent> latest(SiteId site, @Nullable Long before, int most);

  /// The newest event of each of these feeds that has one.
  Map<Feed, EventId> heads(Set<Feed> feeds);
}
