package com.pelcro.payments.application.reconciliation;

import com.pelcro.payments.application.InMemoryDatabase;
import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.reconciliation.Reconciliation;
import com.pelcro.payments.domain.reconciliation.ReconciliationId;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Comparisons in memory. They belong to no site, or to one that here is none.
public final class InMemoryReconciliations implements Reconciliations {

  private static final SiteId NOWHERE = SiteId.next();

  private final InMemoryDatabase database;

  public InMemoryReconciliations(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public void add(Reconciliation reconciliation) {
    database.tell(
        () ->
            database.reconciliations.insert(NOWHERE, reconciliation.id().value(), reconciliation));
  }

  @Override
  public void update(Reconciliation reconciliation) {
    database.tell(
        () ->
            database.reconciliations.replace(NOWHERE, reconciliation.id().value(), reconciliation));
  }

  @Override
  public void abandon(Instant begunBefore, String problem, Instant now) {
    database.tell(
        () ->
            database
                .reconciliations
                .all()
                .filter(row -> row.finishedAt() == null)
                .filter(row -> row.startedAt().isBefore(begunBefore))
                .map(row -> row.finished(row.tally(), List.of(problem), now))
                .forEach(this::update));
  }

  @Override
  public Optional<Reconciliation> find(ReconciliationId id) {
    return database.ask(() -> database.reconciliations.find(NOWHERE, id.value()));
  }

  @Override
  public Slice<Reconciliation> list(Window window) {
    return database.ask(() -> database.reconciliations.slice(NOWHERE, _ -> true, window));
  }
}
