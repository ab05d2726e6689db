package com.pelcro.payments.http.dashboard.charge;

import com.pelcro.payments.domain.refund.Refund;
import com.pelcro.payments.domain.refund.RefundState;
import com.pelcro.payments.http.dashboard.Words;
import com.pelcro.payments.http.dashboard.Words.Badge;
import com.pelcro.payments.http.dashboard.Words.Moment;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A refund of a charge.
public record RefundView(
    String id,
    String amount,
    Badge status,
    @Nullable String why,
    @Nullable String reason,
    Moment at) {

  static RefundView of(Refund refund, ZoneId zone) {
    var status =
        switch (refund.state()) {
          case RefundState.Pending _ -> new Badge("Pending", "wait");
          case RefundState.Done _ -> new Badge("Succeeded", "good");
          case RefundState.Failed _ -> new Badge("Failed", "bad");
        };
    return new RefundView(
        refund.id().value(),
        refund.amount().toString(),
        status,
        refund.state() instanceof RefundState.Failed(var failure)
            ? Words.sentence(failure.detail())
            : null,
        refund.reason(),
        Words.at(refund.createdAt(), zone));
  }
}
