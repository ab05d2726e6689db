package com.pelcro.payments.cybersource;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.cardsession.CaptureMethod;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.cardsession.CardSessionId;
import com.pelcro.payments.domain.customer.Customer;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.gateway.CaptureOpening.Opened;
import com.pelcro.payments.domain.gateway.CaptureRequest;
import com.pelcro.payments.domain.gateway.CardOwner;
import com.pelcro.payments.domain.gateway.FollowUp;
import com.pelcro.payments.domain.gateway.FreshCard;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.Initiation;
import com.pelcro.payments.domain.gateway.Instruction;
import com.pelcro.payments.domain.gateway.Lookup;
import com.pelcro.payments.domain.gateway.PaymentSource;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.gateway.SaveCard;
import com.pelcro.payments.domain.gateway.Target;
import com.pelcro.payments.domain.gateway.TokenReading.Genuine;
import com.pelcro.payments.domain.gateway.VaultedCard;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.OperationId;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.References;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.Origin;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Words to ask the adapter with, on one bench.
record Journey(SimulatorBench bench, Integration integration) {

  static final Money AMOUNT = Money.of(1990, "EUR");

  Journey(SimulatorBench bench) {
    this(bench, bench.integration());
  }

  FreshCard type(CaptureMethod method, SampleCard sample) {
    return type(integration, method, sample);
  }

  private FreshCard type(Integration integration, CaptureMethod method, SampleCard sample) {
    var origins = List.of(new Origin("https://daily.example"));
    var request = new CaptureRequest(method, origins, integration.networks());
    var opened = (Opened) bench.adapter().capture().open(integration, request);
    var session =
        new CardSession(
            CardSessionId.next(),
            integration.site(),
            integration.gateway(),
            origins,
            integration.networks(),
            opened.fields(),
            opened.verification(),
            bench.now(),
            opened.expiresAt());
    var token = bench.type(session, sample);
    var genuine = (Genuine) bench.adapter().capture().read(session, token);
    var billing = TestCards.fresh(sample.network()).billing();
    return new FreshCard(session, token, genuine.card(), billing);
  }

  Witnessed<GatewayAnswer> save(FreshCard card) {
    var request =
        new SaveCard(
            integration, references(), AMOUNT.currency(), card, new CardOwner(customer(), null));
    return bench.adapter().vault().save(request);
  }

  VaultedCard saved(CaptureMethod method, SampleCard sample) {
    return Objects.requireNonNull(approval(save(type(method, sample))).card());
  }

  Instruction stored(VaultedCard card, SampleCard sample, Initiation initiation) {
    var source = new PaymentSource.Stored(card.token(), sample.expiring(SampleCard.EXPIRY));
    return instruction(source, initiation);
  }

  Instruction instruction(PaymentSource source, Initiation initiation) {
    return instruction(integration, source, initiation);
  }

  static Instruction instruction(
      Integration integration, PaymentSource source, Initiation initiation) {
    return new Instruction(integration, references(), AMOUNT, source, initiation);
  }

  Instruction fresh() {
    return fresh(bench.integration());
  }

  Instruction fresh(Integration integration) {
    var card = type(integration, CaptureMethod.MICROFORM, SampleCard.VISA);
    return instruction(integration, new PaymentSource.Once(card), new Initiation.CustomerOnce());
  }

  FollowUp followUp(Approval payment) {
    var target = new Target.Payment(payment.reference().transactionId());
    return new FollowUp(integration, references(), target, AMOUNT);
  }

  Lookup lookup(OperationKind kind, References references, Money amount, boolean captures) {
    return lookup(integration, kind, references, amount, captures);
  }

  Lookup lookup(
      Integration integration,
      OperationKind kind,
      References references,
      Money amount,
      boolean captures) {
    return new Lookup(integration, kind, references, amount, captures, bench.now());
  }

  static Approval approval(Witnessed<GatewayAnswer> heard) {
    assertThat(heard.answer()).isInstanceOf(Approval.class);
    return (Approval) heard.answer();
  }

  static References references() {
    return References.of(OperationId.next());
  }

  Customer customer() {
    return new Customer(
        CustomerId.next(),
        integration.site(),
        null,
        "ada@reader.example",
        "Ada Reader",
        Map.of(),
        bench.now(),
        bench.now());
  }
}
