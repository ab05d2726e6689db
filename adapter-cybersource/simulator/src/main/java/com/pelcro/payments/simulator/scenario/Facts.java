package com.pelcro.payments.simulator.scenario;

import org.jspecify.annotations.Nullable;

/// What a scenario can tell requests apart by.
///
/// @param amount in minor units
/// @param last4 of the card the request would move money on
public record Facts(
    String method,
    String path,
    @Nullable String code,
    @Nullable Long amount,
    @Nullable String last4,
    String merchant) {}
