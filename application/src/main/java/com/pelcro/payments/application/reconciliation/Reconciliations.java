package com.pelcro.payments.application.reconciliation;

import com.pelcro.payments.application.Slice;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.reconciliation.Reconciliation;
import com.pelcro.payments.domain.reconciliation.ReconciliationId;
import java.time.Instant;
import java.util.Optional;

/// Every comparison that was begun.
public interface Reconciliations {

  void add(Reconciliation reconciliation);

  void update(Reconciliation reconciliation);

  /// Finishes, with this problem, what was begun before a time and never finished: nobody works on
  /// it any more.
  void abandon(Instant begunBefore, String problem, Instant now);

  Optional<Reconciliation> find(ReconciliationId id);

  /// Newest first.
  Slice<Reconciliation> list(Window window);
}
