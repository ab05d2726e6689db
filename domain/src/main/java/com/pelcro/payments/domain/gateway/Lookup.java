package com.pelcro.payments.domain.gateway;

import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.References;
import com.pelcro.payments.domain.site.Integration;
import java.time.Instant;

/// A question about an operation whose answer was lost. `captures` tells a sale from an
/// authorization.
public record Lookup(
    Integration integration,
    OperationKind kind,
    References references,
    Money amount,
    boolean captures,
    Instant askedAt) {}
