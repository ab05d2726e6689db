package com.pelcro.payments.application.reconciliation;

import com.pelcro.payments.application.operation.Conclusion;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.site.GatewayId;
import org.jspecify.annotations.Nullable;

/// What we asked of a gateway and what we believe became of it; open without a conclusion.
/// `captures` tells a sale from an authorization; `stands` says that we still count on the money of
/// its charge, held or taken.
public record AskedOperation(
    Operation operation,
    GatewayId gateway,
    boolean captures,
    boolean stands,
    @Nullable Conclusion conclusion) {}
