package com.pelcro.payments.application.reconciliation;

import com.pelcro.payments.application.operation.Conclusion;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.site.GatewayId;
import org.jspecify.annotations.Nullable;

/// What we asked of a gateway and what we believe became of it; open without a conclusion.
/// `captures` tells a sale from an authorization; `holds` says that we still count on the hold of
/// its payment.
public record AskedOperation(
    Operation operation,
    GatewayId gateway,
    boolean captures,
    boolean holds,
    @Nullable Conclusion conclusion) {}
