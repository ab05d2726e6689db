package com.pelcro.payments.domain.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.cardsession.CaptureMethod;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.cardsession.CardSessionId;
import com.pelcro.payments.domain.customer.Customer;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.gateway.CaptureOpening.Opened;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Approval;
import com.pelcro.payments.domain.gateway.TokenReading.Genuine;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.OperationId;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.operation.References;
import com.pelcro.payments.domain.paymentmethod.Address;
import com.pelcro.payments.domain.paymentmethod.BillingDetails;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;

/// What the gateway contracts share: a bench for each test, and the words to ask with.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class GatewayContract {

  static final Money AMOUNT = Money.of(1990, "EUR");
  static final Money PART = Money.of(500, "EUR");
  static final Money REST = Money.of(1490, "EUR");
  static final Money NOTHING = Money.of(0, "EUR");
  static final BillingDetails BILLING =
      new BillingDetails(
          "Ada Reader",
          "ada@reader.example",
          "+1 416 555 0100",
          new Address("12 King St", null, "Toronto", "ON", "M5H 1A1", "CA"));

  private Optional<GatewayBench> opened = Optional.empty();

  /// A bench of its own for each test, with an empty ledger.
  protected abstract GatewayBench open();

  @BeforeEach
  final void openBench() {
    opened = Optional.of(open());
  }

  @AfterEach
  final void closeBench() {
    opened.ifPresent(GatewayBench::close);
  }

  final GatewayBench bench() {
    return opened.orElseThrow();
  }

  final PaymentGateway payments() {
    return bench().adapter().payments();
  }

  final GatewayBooks books() {
    return bench().adapter().books();
  }

  final CardVault vault() {
    return bench().adapter().vault();
  }

  final CardCapture capture() {
    return bench().adapter().capture();
  }

  final Integration integration() {
    return bench().integration();
  }

  static References references() {
    return References.of(OperationId.next());
  }

  final CardSession session() {
    return session(CaptureMethod.MICROFORM);
  }

  final CardSession session(CaptureMethod method) {
    var opening = capture().open(integration(), asked(method));
    assertThat(opening).isInstanceOf(Opened.class);
    var fields = (Opened) opening;
    return new CardSession(
        CardSessionId.next(),
        integration().site(),
        integration().gateway(),
        asked(method).origins(),
        asked(method).networks(),
        fields.fields(),
        fields.verification(),
        bench().now(),
        fields.expiresAt());
  }

  final CaptureRequest asked(CaptureMethod method) {
    return new CaptureRequest(
        method, List.of(new Origin("https://daily.example")), integration().networks());
  }

  final FreshCard typed(SampleCard card) {
    var session = session();
    var token = bench().type(session, card);
    var reading = capture().read(session, token);
    assertThat(reading).isInstanceOf(Genuine.class);
    return new FreshCard(session, token, ((Genuine) reading).card(), BILLING);
  }

  final Instruction once(FreshCard card) {
    return instruction(integration(), new PaymentSource.Once(card), new Initiation.CustomerOnce());
  }

  final Instruction toKeep(FreshCard card) {
    return instruction(
        integration(),
        new PaymentSource.ToKeep(card, owner(null)),
        new Initiation.CustomerStoring(Initiation.Agreement.UNSCHEDULED));
  }

  final Instruction stored(VaultedCard card, SampleCard sample) {
    return instruction(
        integration(),
        new PaymentSource.Stored(card.token(), sample.expiring(SampleCard.EXPIRY)),
        new Initiation.CustomerStored());
  }

  /// A payment over [#AMOUNT] with a card that was never used.
  final Instruction payment() {
    return once(typed(SampleCard.VISA));
  }

  static Instruction instruction(
      Integration integration, PaymentSource source, Initiation initiation) {
    return new Instruction(integration, references(), AMOUNT, source, initiation);
  }

  final SaveCard save(FreshCard card, CardOwner owner) {
    return new SaveCard(integration(), references(), AMOUNT.currency(), card, owner);
  }

  final CardOwner owner(@Nullable VaultCustomer known) {
    var customer =
        new Customer(
            CustomerId.next(),
            integration().site(),
            null,
            "ada@reader.example",
            "Ada Reader",
            Map.of(),
            bench().now(),
            bench().now());
    return new CardOwner(customer, known);
  }

  /// Sells something for [#AMOUNT]; the instruction and what the gateway calls the sale.
  final Paid sold() {
    var instruction = payment();
    return new Paid(instruction.references(), approval(payments().sale(instruction)));
  }

  /// Holds [#AMOUNT].
  final Paid authorized() {
    var instruction = payment();
    return new Paid(instruction.references(), approval(payments().authorize(instruction)));
  }

  record Paid(References references, Approval approval) {
    Target target() {
      return new Target.Payment(approval.reference().transactionId());
    }
  }

  static Approval approval(Witnessed<GatewayAnswer> heard) {
    assertThat(heard.answer()).isInstanceOf(Approval.class);
    return (Approval) heard.answer();
  }

  final FollowUp followUp(Target target, Money amount) {
    return new FollowUp(integration(), references(), target, amount);
  }

  /// A look-up of what was asked just now.
  final Lookup lookup(OperationKind kind, References references, Money amount) {
    return new Lookup(integration(), kind, references, amount, true, bench().now());
  }

  final Finding found(Lookup lookup) {
    return payments().find(lookup).answer();
  }

  /// Waits as long as one has to, and then undoes by our references.
  final Annulment annulled(Lookup lookup) {
    bench().pass(Duration.ofSeconds(61));
    return payments().annul(lookup).answer();
  }

  final Standing standing(References payment) {
    return bench().standing(payment);
  }

  static Standing held(Money money) {
    return new Standing(money, NOTHING, NOTHING);
  }

  static Standing taken(Money money) {
    return new Standing(NOTHING, money, NOTHING);
  }
}
