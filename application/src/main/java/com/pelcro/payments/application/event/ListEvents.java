package com.pelcro.payments.application.event;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.domain.site.SiteId;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/// Lists what happened last at a site, newest first: for people, who look back, while programs read
/// on with [ReadEvents].
public final class ListEvents {

  private final EventFeed feed;

  @Inject
  public ListEvents(EventFeed feed) {
    this.feed = feed;
  }

  /// Those before the event with this sequence, or the last there are.
  public Slice<RecordedEvent> list(SiteId site, @Nullable Long before, int limit) {
    return Slice.of(feed.latest(site, before, limit + 1), limit);
  }
}
