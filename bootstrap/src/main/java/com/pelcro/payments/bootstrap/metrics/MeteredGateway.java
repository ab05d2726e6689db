package com.pelcro.payments.bootstrap.metrics;

import com.pelcro.payments.bootstrap.metrics.GatewayCalls.About;
import com.pelcro.payments.domain.gateway.Annulment;
import com.pelcro.payments.domain.gateway.ConnectionCheck;
import com.pelcro.payments.domain.gateway.Finding;
import com.pelcro.payments.domain.gateway.FollowUp;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.Instruction;
import com.pelcro.payments.domain.gateway.Lookup;
import com.pelcro.payments.domain.gateway.PaymentGateway;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.site.Integration;
import java.util.function.Supplier;

/// Watches every call that moves money or looks for it.
public final class MeteredGateway implements PaymentGateway {

  private final PaymentGateway gateway;
  private final GatewayCalls calls;

  public MeteredGateway(PaymentGateway gateway, GatewayCalls calls) {
    this.gateway = gateway;
    this.calls = calls;
  }

  @Override
  public Witnessed<GatewayAnswer> sale(Instruction instruction) {
    return declinesCounted(watched("sale", about(instruction), () -> gateway.sale(instruction)));
  }

  @Override
  public Witnessed<GatewayAnswer> authorize(Instruction instruction) {
    return declinesCounted(
        watched("authorize", about(instruction), () -> gateway.authorize(instruction)));
  }

  @Override
  public Witnessed<GatewayAnswer> capture(FollowUp followUp) {
    return watched("capture", about(followUp), () -> gateway.capture(followUp));
  }

  @Override
  public Witnessed<GatewayAnswer> undo(FollowUp followUp) {
    return watched("undo", about(followUp), () -> gateway.undo(followUp));
  }

  @Override
  public Witnessed<GatewayAnswer> release(FollowUp followUp) {
    return watched("release", about(followUp), () -> gateway.release(followUp));
  }

  @Override
  public Witnessed<GatewayAnswer> refund(FollowUp followUp) {
    return watched("refund", about(followUp), () -> gateway.refund(followUp));
  }

  @Override
  public Witnessed<Finding> find(Lookup lookup) {
    return watched("find", about(lookup), () -> gateway.find(lookup));
  }

  @Override
  public Witnessed<Annulment> annul(Lookup lookup) {
    return watched("annul", about(lookup), () -> gateway.annul(lookup));
  }

  @Override
  public ConnectionCheck check(Integration integration) {
    return calls.watch(
        "check",
        new About(integration.site(), null),
        () -> gateway.check(integration),
        ConnectionCheck::verdict);
  }

  private <T> Witnessed<T> watched(String operation, About about, Supplier<Witnessed<T>> call) {
    return calls.watch(operation, about, call, Witnessed::answer);
  }

  private static About about(Instruction instruction) {
    return new About(instruction.integration().site(), instruction.references());
  }

  private static About about(FollowUp followUp) {
    return new About(followUp.integration().site(), followUp.references());
  }

  private static About about(Lookup lookup) {
    return new About(lookup.integration().site(), lookup.references());
  }

  /// A reason nobody has mapped is `unknown` here, and somebody should look at it.
  private Witnessed<GatewayAnswer> declinesCounted(Witnessed<GatewayAnswer> heard) {
    if (heard.answer() instanceof GatewayAnswer.Decline(var reason, _)) {
      calls.declined(reason.code().code());
    }
    return heard;
  }
}
