package com.pelcro.payments.simulator;

import org.jspecify.annotations.Nullable;

/// The names a merchant gave a request.
///
/// @param code the order's reference; may repeat
/// @param transactionId the merchant's own id of this one request; may not
public record References(String merchant, @Nullable String code, @Nullable String transactionId) {}
