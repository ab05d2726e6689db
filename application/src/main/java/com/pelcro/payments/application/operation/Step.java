package com.pelcro.payments.application.operation;

import com.pelcro.payments.domain.gateway.Evidence;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.OperationId;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.References;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One step of an operation, as evidence. `outcome` is our reading of it (`approval`, `no_answer`,
/// …); an asked step has none. `actor` is who acted: `api`, `recovery`, `operator`.
public record Step(
    OperationId operation,
    OperationKind kind,
    References references,
    Money amount,
    Happening happening,
    Instant at,
    @Nullable String outcome,
    @Nullable Evidence evidence,
    String actor) {

  /// What happened in a step.
  public enum Happening {
    ASKED,
    ANSWERED,
    LOOKED_UP,
    ANNULLED,
    DECIDED
  }
}
