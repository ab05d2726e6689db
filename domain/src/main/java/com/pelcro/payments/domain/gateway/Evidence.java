package com.pelcro.payments.domain.gateway;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What was seen on the wire, without secrets and card data: it lets a person check our reading of
/// an answer. `httpStatus` and `correlationId` are missing when no reply came.
public record Evidence(
    String asked,
    @Nullable String answered,
    @Nullable Integer httpStatus,
    @Nullable String correlationId,
    Duration took) {}
