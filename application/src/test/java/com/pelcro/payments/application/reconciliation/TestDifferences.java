package com.pelcro.payments.application.reconciliation;

import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.Operation;
import com.pelcro.payments.domain.reconciliation.Difference;
import com.pelcro.payments.domain.reconciliation.Difference.Matter;
import com.pelcro.payments.domain.reconciliation.Difference.Status;
import com.pelcro.payments.domain.reconciliation.DifferenceId;
import com.pelcro.payments.domain.reconciliation.DifferenceType;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.site.TestIntegrations;
import java.time.Instant;

/// Differences to test with.
public final class TestDifferences {

  public static final Instant AT = Instant.parse("2026-03-01T11:00:00.123Z");
  public static final Instant SEEN = Instant.parse("2026-03-01T12:00:00.456Z");

  private TestDifferences() {}

  /// Somebody else's money.
  public static Difference foreign(SiteId site, String transactionId) {
    return of(
        site,
        DifferenceType.MISSING_HERE,
        new Matter(null, transactionId, "INV-7", Money.of(1990, "EUR"), AT));
  }

  /// Our operation, over another amount there.
  public static Difference about(Operation operation) {
    return of(
        operation.site(),
        DifferenceType.AMOUNT,
        new Matter(
            operation,
            "7" + operation.id(),
            operation.references().code(),
            Money.of(1991, "EUR"),
            AT));
  }

  /// Our operation, of which nothing is there.
  public static Difference missing(Operation operation) {
    return of(
        operation.site(),
        DifferenceType.MISSING_THERE,
        new Matter(operation, null, operation.references().code(), null, AT));
  }

  private static Difference of(SiteId site, DifferenceType type, Matter matter) {
    return new Difference(
        DifferenceId.next(),
        site,
        TestIntegrations.CYBERSOURCE,
        type,
        Status.OPEN,
        matter,
        "somebody has to look",
        SEEN,
        SEEN,
        null);
  }
}
