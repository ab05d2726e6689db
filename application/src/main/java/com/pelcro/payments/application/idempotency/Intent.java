package com.pelcro.payments.application.idempotency;

import com.pelcro.payments.domain.idempotency.IdempotencyKey;
import com.pelcro.payments.domain.idempotency.RequestFingerprint;
import com.pelcro.payments.domain.site.SiteId;

/// Who asks for what, under which name: what a claim is judged by.
public record Intent(SiteId site, IdempotencyKey key, RequestFingerprint fingerprint) {}
