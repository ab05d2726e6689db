package com.pelcro.payments.http.charge;

import com.pelcro.payments.application.operation.Step;
import com.pelcro.payments.domain.gateway.Evidence;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One step of a charge, as evidence.
record StepJson(
    String operation,
    String kind,
    String referenceCode,
    String referenceTransactionId,
    long amount,
    String currency,
    String happening,
    Instant at,
    @Nullable String outcome,
    @Nullable EvidenceJson evidence,
    String actor) {

  record EvidenceJson(
      String asked,
      @Nullable String answered,
      @Nullable Integer httpStatus,
      @Nullable String correlationId,
      long durationMs) {

    static EvidenceJson of(Evidence evidence) {
      return new EvidenceJson(
          evidence.asked(),
          evidence.answered(),
          evidence.httpStatus(),
          evidence.correlationId(),
          evidence.took().toMillis());
    }
  }

  static StepJson of(Step step) {
    var evidence = step.evidence();
    return new StepJson(
        step.operation().value(),
        step.kind().code(),
        step.references().code(),
        step.references().transactionId(),
        step.amount().minorUnits(),
        step.amount().currency().getCurrencyCode(),
        step.happening().name().toLowerCase(Locale.ROOT),
        step.at(),
        step.outcome(),
        evidence == null ? null : EvidenceJson.of(evidence),
        step.actor().code());
  }
}
