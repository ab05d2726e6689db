package com.pelcro.payments.domain.site;

import java.time.Instant;

/// Credentials that were replaced and still serve recovery and refunds until `until`.
public record RetiredCredentials(Credentials credentials, Instant until) {}
