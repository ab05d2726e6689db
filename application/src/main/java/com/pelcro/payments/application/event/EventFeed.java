package com.pelcro.payments.application.event;

import com.pelcro.payments.domain.event.EventId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what [EventLog] appended. Whoever goes on from where a page ended meets every event of the
/// feed once: nothing ever appears behind a reader.
public interface EventFeed {

  /// Whether the event is one of the feed's.
  boolean has(Feed feed, EventId event);

  /// Up to `limit` wanted events after `after`, or from the beginning. Looks no further ahead than
  /// one statement should, so a page without any may still have come forward.
  FeedPage read(Feed feed, @Nullable EventId after, EventTypes types, int limit);

  /// The newest event of each of these feeds that has one.
  Map<Feed, EventId> heads(Set<Feed> feeds);
}
