package com.pelcro.payments.http.event;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.pelcro.payments.application.event.RecordedEvent;
import java.time.Instant;

/// An event as the feed shows it; its object stands in it as it was drawn when it happened.
record FeedItemJson(
    String id,
    long sequence,
    String site,
    String type,
    Instant createdAt,
    ObjectJson object,
    @JsonRawValue String data) {

  /// What the event is about; `sequence` counts the events about it.
  record ObjectJson(String type, String id, long sequence) {}

  static FeedItemJson of(RecordedEvent event) {
    return new FeedItemJson(
        event.id().value(),
        event.sequence(),
        event.site().value(),
        event.type(),
        event.createdAt(),
        new ObjectJson(event.objectType(), event.objectId(), event.objectSequence()),
        event.json());
  }
}
