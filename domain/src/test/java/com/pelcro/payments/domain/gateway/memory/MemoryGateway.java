package com.pelcro.payments.domain.gateway.memory;

import com.pelcro.payments.domain.gateway.Annulment;
import com.pelcro.payments.domain.gateway.ConnectionCheck;
import com.pelcro.payments.domain.gateway.ConnectionCheck.Verdict;
import com.pelcro.payments.domain.gateway.Finding;
import com.pelcro.payments.domain.gateway.FollowUp;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.Instruction;
import com.pelcro.payments.domain.gateway.Lookup;
import com.pelcro.payments.domain.gateway.PaymentGateway;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.site.Integration;
import java.util.function.Function;

/// The payment port of the gateway in memory: carries each request over the wire.
final class MemoryGateway implements PaymentGateway {

  private final Wire wire;
  private final Books books;
  private final MemoryPayments payments;
  private final MemoryFollowUps followUps;

  MemoryGateway(Wire wire, Books books, MemoryPayments payments, MemoryFollowUps followUps) {
    this.wire = wire;
    this.books = books;
    this.payments = payments;
    this.followUps = followUps;
  }

  @Override
  public Witnessed<GatewayAnswer> sale(Instruction instruction) {
    return pay(instruction, true);
  }

  @Override
  public Witnessed<GatewayAnswer> authorize(Instruction instruction) {
    return pay(instruction, false);
  }

  private Witnessed<GatewayAnswer> pay(Instruction asked, boolean captures) {
    return Answers.witnessed(
        OperationKind.CHARGE,
        asked.references(),
        wire.carry(asked.integration(), () -> payments.pay(asked, captures), Answers::of));
  }

  @Override
  public Witnessed<GatewayAnswer> capture(FollowUp followUp) {
    return follow(OperationKind.CAPTURE, followUp, followUps::capture);
  }

  @Override
  public Witnessed<GatewayAnswer> undo(FollowUp followUp) {
    return follow(OperationKind.VOID, followUp, followUps::undo);
  }

  @Override
  public Witnessed<GatewayAnswer> release(FollowUp followUp) {
    return follow(OperationKind.RELEASE, followUp, followUps::release);
  }

  @Override
  public Witnessed<GatewayAnswer> refund(FollowUp followUp) {
    return follow(OperationKind.REFUND, followUp, followUps::refund);
  }

  private Witnessed<GatewayAnswer> follow(
      OperationKind kind, FollowUp asked, Function<FollowUp, GatewayAnswer> step) {
    return Answers.witnessed(
        kind,
        asked.references(),
        wire.carry(asked.integration(), () -> step.apply(asked), Answers::of));
  }

  @Override
  public Witnessed<Finding> find(Lookup lookup) {
    return Answers.witnessed(
        lookup.kind(),
        lookup.references(),
        wire.carry(lookup.integration(), () -> books.find(lookup), Answers::ofFinding));
  }

  @Override
  public Witnessed<Annulment> annul(Lookup lookup) {
    return Answers.witnessed(
        lookup.kind(),
        lookup.references(),
        wire.carry(lookup.integration(), () -> books.annul(lookup), Answers::ofAnnulment));
  }

  @Override
  public ConnectionCheck check(Integration integration) {
    return wire.carry(
        integration, () -> new ConnectionCheck(Verdict.OK, "all is well"), Answers::ofCheck);
  }
}
