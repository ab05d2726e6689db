package com.pelcro.payments.http.reconciliation;

import com.pelcro.payments.domain.reconciliation.Reconciliation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A comparison as the API shows it.
record ReconciliationJson(
    String id,
    String status,
    @Nullable String site,
    Instant from,
    Instant to,
    Instant startedAt,
    @Nullable Instant finishedAt,
    int accounts,
    int entries,
    int operations,
    int differences,
    int newDifferences,
    List<String> problems) {

  static ReconciliationJson of(Reconciliation reconciliation) {
    var site = reconciliation.site();
    var tally = reconciliation.tally();
    return new ReconciliationJson(
        reconciliation.id().value(),
        reconciliation.status().code(),
        site == null ? null : site.value(),
        reconciliation.from(),
        reconciliation.to(),
        reconciliation.startedAt(),
        reconciliation.finishedAt(),
        tally.accounts(),
        tally.entries(),
        tally.operations(),
        tally.differences(),
        tally.news(),
        reconciliation.problems());
  }
}
