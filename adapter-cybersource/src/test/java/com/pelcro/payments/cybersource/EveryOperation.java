package com.pelcro.payments.cybersource;

import static java.util.Objects.requireNonNull;

import com.pelcro.payments.domain.cardsession.CaptureMethod;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.cardsession.CardSessionId;
import com.pelcro.payments.domain.customer.TestCustomers;
import com.pelcro.payments.domain.gateway.BooksPage;
import com.pelcro.payments.domain.gateway.CaptureOpening;
import com.pelcro.payments.domain.gateway.CaptureRequest;
import com.pelcro.payments.domain.gateway.CardOwner;
import com.pelcro.payments.domain.gateway.FollowUp;
import com.pelcro.payments.domain.gateway.FreshCard;
import com.pelcro.payments.domain.gateway.GatewayAnswer;
import com.pelcro.payments.domain.gateway.GatewayBooks;
import com.pelcro.payments.domain.gateway.Initiation;
import com.pelcro.payments.domain.gateway.Initiation.Agreement;
import com.pelcro.payments.domain.gateway.Initiation.Regularity;
import com.pelcro.payments.domain.gateway.Instruction;
import com.pelcro.payments.domain.gateway.Lookup;
import com.pelcro.payments.domain.gateway.PaymentSource;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.gateway.SaveCard;
import com.pelcro.payments.domain.gateway.Target;
import com.pelcro.payments.domain.gateway.TokenReading;
import com.pelcro.payments.domain.gateway.VaultCustomer;
import com.pelcro.payments.domain.gateway.VaultedCard;
import com.pelcro.payments.domain.gateway.Witnessed;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.OperationId;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.References;
import com.pelcro.payments.domain.paymentmethod.CardExpiry;
import com.pelcro.payments.domain.paymentmethod.CredentialLineage;
import com.pelcro.payments.domain.paymentmethod.TestPaymentMethods;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.Origin;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Has the adapter ask for everything it can ask for, in every way.
record EveryOperation(SimulatorBench bench, Integration integration) {

  private static final Money AMOUNT = Money.of(1990, "EUR");
  private static final CredentialLineage LINEAGE =
      new CredentialLineage("016153570198200", "016153570198201", AMOUNT);

  EveryOperation(SimulatorBench bench) {
    this(bench, TestIntegrations.everyNetwork(bench.integration()));
  }

  void ask() {
    for (var method : CaptureMethod.values()) {
      for (var card : SampleCard.values()) {
        payments(method, card);
      }
      keptCards(method);
    }
    followUps();
    lostAnswers();
    bench.adapter().payments().check(integration);
    books();
  }

  private void payments(CaptureMethod method, SampleCard sample) {
    pay(new PaymentSource.Once(typed(method, sample)), new Initiation.CustomerOnce());
    for (var agreement : Agreement.values()) {
      var storing = new Initiation.CustomerStoring(agreement);
      pay(new PaymentSource.ToKeep(typed(method, sample), owner(null)), storing);
    }
    var card = saved(typed(method, sample), null);
    var stored = new PaymentSource.Stored(card.token(), sample.expiring(SampleCard.EXPIRY));
    pay(stored, new Initiation.CustomerStored());
    pay(stored, new Initiation.Unscheduled(LINEAGE));
    for (var regularity : Regularity.values()) {
      pay(stored, new Initiation.Recurring(LINEAGE, regularity));
      pay(stored, new Initiation.Recurring(CredentialLineage.NONE, regularity));
    }
  }

  private void keptCards(CaptureMethod method) {
    var vault = bench.adapter().vault();
    var token = saved(typed(method, SampleCard.VISA), null).token();
    var expiry = new CardExpiry(1, 2036);
    vault.update(integration, token, expiry, TestPaymentMethods.billing());
    var owner = token.customer();
    if (owner != null) {
      var known = new VaultCustomer(owner);
      var next = saved(typed(method, SampleCard.VISA), known).token();
      vault.makeDefault(integration, next);
    }
    vault.remove(integration, token);
    if (owner != null) {
      vault.removeCustomer(integration, new VaultCustomer(owner));
    }
  }

  private void followUps() {
    var payments = bench.adapter().payments();
    var sale = new Target.Payment(id(payments.sale(once())));
    payments.refund(followUp(sale));
    payments.undo(followUp(new Target.Payment(id(payments.sale(once())))));
    payments.refund(followUp(captured()));
    payments.undo(followUp(captured()));
    payments.release(followUp(new Target.Payment(id(payments.authorize(once())))));
  }

  private Target captured() {
    var payments = bench.adapter().payments();
    var held = new Target.Payment(id(payments.authorize(once())));
    return new Target.Capture(id(payments.capture(followUp(held))));
  }

  private void lostAnswers() {
    for (var captures : List.of(true, false)) {
      var instruction = once();
      pay(instruction, captures);
      var lookup =
          new Lookup(
              integration,
              OperationKind.CHARGE,
              instruction.references(),
              AMOUNT,
              captures,
              bench.now());
      bench.adapter().payments().find(lookup);
      bench.pass(Duration.ofSeconds(61));
      bench.adapter().payments().annul(lookup);
    }
  }

  private void books() {
    var period = new GatewayBooks.Period(bench.now().minus(Duration.ofDays(1)), bench.now());
    var page = bench.adapter().books().read(integration, period, null);
    if (!(page instanceof BooksPage.Entries(var entries, _)) || entries.isEmpty()) {
      throw new AssertionError("nothing is in the books: " + page);
    }
  }

  private void pay(PaymentSource source, Initiation initiation) {
    pay(instruction(source, initiation), true);
  }

  private void pay(Instruction instruction, boolean captures) {
    var payments = bench.adapter().payments();
    id(captures ? payments.sale(instruction) : payments.authorize(instruction));
  }

  private Instruction once() {
    return instruction(
        new PaymentSource.Once(typed(CaptureMethod.MICROFORM, SampleCard.VISA)),
        new Initiation.CustomerOnce());
  }

  private Instruction instruction(PaymentSource source, Initiation initiation) {
    return new Instruction(integration, references(), AMOUNT, source, initiation);
  }

  private FollowUp followUp(Target target) {
    return new FollowUp(integration, references(), target, AMOUNT);
  }

  private VaultedCard saved(FreshCard card, @Nullable VaultCustomer customer) {
    var request = new SaveCard(integration, references(), AMOUNT.currency(), card, owner(customer));
    return requireNonNull(approved(bench.adapter().vault().save(request)).card());
  }

  private CardOwner owner(@Nullable VaultCustomer customer) {
    return new CardOwner(TestCustomers.ada(integration.site()), customer);
  }

  private FreshCard typed(CaptureMethod method, SampleCard sample) {
    var session = session(method);
    var token = bench.type(session, sample);
    var reading = (TokenReading.Genuine) bench.adapter().capture().read(session, token);
    return new FreshCard(session, token, reading.card(), TestPaymentMethods.billing());
  }

  private CardSession session(CaptureMethod method) {
    var origins = List.of(new Origin("https://daily.example"));
    var request = new CaptureRequest(method, origins, integration.networks());
    var opened = (CaptureOpening.Opened) bench.adapter().capture().open(integration, request);
    return new CardSession(
        CardSessionId.next(),
        integration.site(),
        integration.gateway(),
        origins,
        integration.networks(),
        opened.fields(),
        opened.verification(),
        bench.now(),
        opened.expiresAt());
  }

  private static References references() {
    return References.of(OperationId.next());
  }

  private static String id(Witnessed<GatewayAnswer> heard) {
    return approved(heard).reference().transactionId();
  }

  private static GatewayAnswer.Approval approved(Witnessed<GatewayAnswer> heard) {
    if (heard.answer() instanceof GatewayAnswer.Approval approval) {
      return approval;
    }
    throw new AssertionError("not approved: " + heard.answer());
  }
}
