package com.pelcro.payments.application.invariant;

import com.pelcro.payments.domain.site.SiteId;

/// Something at a site of which an invariant is not true, by its id or number.
public record Violation(Invariant invariant, SiteId site, String object) {}
