package com.pelcro.payments.application.event;

import com.pelcro.payments.domain.event.EventId;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;

/// An event as it is stored and told. `sequence` counts the site's events from 1, `objectSequence`
/// those of the object, whose JSON as the API showed it is `json`.
public record RecordedEvent(
    EventId id,
    SiteId site,
    long sequence,
    String type,
    Instant createdAt,
    String objectType,
    String objectId,
    long objectSequence,
    String json) {}
