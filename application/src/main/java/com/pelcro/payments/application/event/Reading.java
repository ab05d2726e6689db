package com.pelcro.payments.application.event;

import com.pelcro.payments.domain.event.EventId;
import org.jspecify.annotations.Nullable;

/// What a reader wants next: up to `limit` events of these types after `after`, or from the
/// beginning.
public record Reading(Feed feed, @Nullable EventId after, EventTypes types, int limit) {

  /// The same from further on.
  Reading from(@Nullable EventId event) {
    return new Reading(feed, event, types, limit);
  }
}
