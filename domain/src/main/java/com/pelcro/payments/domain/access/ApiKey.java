package com.pelcro.payments.domain.access;

import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A key that opens one site. The key itself is shown once and never kept.
public record ApiKey(
    ApiKeyId id,
    SiteId site,
    String name,
    ApiKeyHash hash,
    Instant createdAt,
    @Nullable Instant lastUsedAt) {}
