package com.pelcro.payments.application.report;

import com.pelcro.payments.application.report.Summary.RefundStatus;
import com.pelcro.payments.domain.charge.ChargeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which refunds are wanted; a part left out does not narrow.
public record RefundFilter(
    @Nullable ChargeId charge,
    @Nullable RefundStatus status,
    @Nullable Instant createdAfter,
    @Nullable Instant createdBefore) {

  public static final RefundFilter ALL = new RefundFilter(null, null, null, null);
}
