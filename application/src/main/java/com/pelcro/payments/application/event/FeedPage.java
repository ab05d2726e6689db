package com.pelcro.payments.application.event;

import com.pelcro.payments.domain.event.EventId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Wanted events, oldest first, and the event the reader has come to: everything up to it is on the
/// page or was not wanted. Null only while the reader stands before the first event.
public record FeedPage(List<RecordedEvent> events, @Nullable EventId upTo) {

  public FeedPage {
    events = List.copyOf(events);
  }
}
