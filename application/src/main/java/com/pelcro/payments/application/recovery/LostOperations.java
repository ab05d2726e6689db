package com.pelcro.payments.application.recovery;

import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.gateway.Gateways;
import com.pelcro.payments.application.site.Serving;
import com.pelcro.payments.domain.operation.Operation;
import jakarta.inject.Inject;

/// Gathers what is needed to find out about an operation; refuses where its integration is gone.
final class LostOperations {

  private final Subjects subjects;
  private final Serving serving;
  private final Gateways gateways;

  @Inject
  LostOperations(Subjects subjects, Serving serving, Gateways gateways) {
    this.subjects = subjects;
    this.serving = serving;
    this.gateways = gateways;
  }

  Subject subject(Operation operation) {
    return subjects.of(operation);
  }

  Result<Lost> of(Operation operation) {
    var subject = subjects.of(operation);
    return serving
        .present(operation.site(), subject.gateway())
        .map(
            integration ->
                new Lost(operation, subject, integration, gateways.get(subject.gateway())));
  }
}
