package com.pelcro.payments.application.report;

import com.pelcro.payments.application.report.Summary.RefundStatus;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.refund.RefundId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A refund as one line of a list.
///
/// @param transaction what the gateway calls it, once it is done
public record RefundLine(
    RefundId id,
    Instant createdAt,
    RefundStatus status,
    ChargeId charge,
    Money amount,
    @Nullable FailureCode failure,
    @Nullable String transaction,
    @Nullable String reason,
    Instant updatedAt) {}
