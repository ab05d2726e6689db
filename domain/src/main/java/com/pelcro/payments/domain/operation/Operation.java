package com.pelcro.payments.domain.operation;

import com.pelcro.payments.domain.idempotency.ResourceId;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;

/// One thing asked of the gateway for a charge, a refund or a payment method (`subject`): written
/// down before it is asked. Without an answer it is open, whether the reply was lost or we were.
public record Operation(
    OperationId id,
    SiteId site,
    OperationKind kind,
    ResourceId subject,
    Money amount,
    Instant askedAt,
    Actor askedBy) {

  public static Operation of(
      SiteId site,
      OperationKind kind,
      ResourceId subject,
      Money amount,
      Instant now,
      Actor askedBy) {
    return new Operation(OperationId.next(), site, kind, subject, amount, now, askedBy);
  }

  public References references() {
    return References.of(id);
  }
}
