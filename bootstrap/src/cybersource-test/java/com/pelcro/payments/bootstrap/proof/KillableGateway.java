package com.pelcro.payments.bootstrap.proof;

import com.pelcro.payments.domain.gateway.Annulment;
import com.pelcro.payments.domain.gateway.ConnectionCheck;
import com.pelcro.payments.domain.gateway.Finding;
import com.pelcro.payments.domain.gateway.FollowUp;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.Instruction;
import com.pelcro.payments.domain.gateway.Lookup;
import com.pelcro.payments.domain.gateway.PaymentGateway;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.site.Integration;

/// The gateway, with a place to be killed at before, during and after everything that is asked.
final class KillableGateway implements PaymentGateway {

  private final PaymentGateway gateway;
  private final Killing killing;

  KillableGateway(PaymentGateway gateway, Killing killing) {
    this.gateway = gateway;
    this.killing = killing;
  }

  @Override
  public Witnessed<GatewayAnswer> sale(Instruction asked) {
    return killing.around(OperationKind.CHARGE, asked.references(), () -> gateway.sale(asked));
  }

  @Override
  public Witnessed<GatewayAnswer> authorize(Instruction asked) {
    return killing.around(OperationKind.CHARGE, asked.references(), () -> gateway.authorize(asked));
  }

  @Override
  public Witnessed<GatewayAnswer> capture(FollowUp asked) {
    return killing.around(OperationKind.CAPTURE, asked.references(), () -> gateway.capture(asked));
  }

  @Override
  public Witnessed<GatewayAnswer> undo(FollowUp asked) {
    return killing.around(OperationKind.VOID, asked.references(), () -> gateway.undo(asked));
  }

  @Override
  public Witnessed<GatewayAnswer> release(FollowUp asked) {
    return killing.around(OperationKind.RELEASE, asked.references(), () -> gateway.release(asked));
  }

  @Override
  public Witnessed<GatewayAnswer> refund(FollowUp asked) {
    return killing.around(OperationKind.REFUND, asked.references(), () -> gateway.refund(asked));
  }

  @Override
  public Witnessed<Finding> find(Lookup lookup) {
    return gateway.find(lookup);
  }

  @Override
  public Witnessed<Annulment> annul(Lookup lookup) {
    return gateway.annul(lookup);
  }

  @Override
  public ConnectionCheck check(Integration integration) {
    return gateway.check(integration);
  }
}
