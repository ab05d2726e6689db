package com.pelcro.payments.domain.site;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Who sells: a publication with customers, charges and gateway settings of its own.
public record Site(
    SiteId id,
    String name,
    Origin url,
    @Nullable String externalId,
    ZoneId timeZone,
    Instant createdAt) {}
