package com.pelcro.payments.application;

import static com.pelcro.payments.application.Outcomes.created;

import com.pelcro.payments.application.cardsession.CardSessionUseCases;
import com.pelcro.payments.application.cardsession.StartCardSession;
import com.pelcro.payments.application.charge.ChargeUseCases;
import com.pelcro.payments.application.charge.CreateCharge;
import com.pelcro.payments.application.charge.InitiatedBy;
import com.pelcro.payments.application.charge.PaidWith;
import com.pelcro.payments.application.event.PlainSnapshots;
import com.pelcro.payments.application.event.RecordedEvent;
import com.pelcro.payments.application.gateway.Gateways;
import com.pelcro.payments.application.idempotency.Intent;
import com.pelcro.payments.application.paymentmethod.CardOffer;
import com.pelcro.payments.application.paymentmethod.PaymentMethodUseCases;
import com.pelcro.payments.application.paymentmethod.SavePaymentMethod;
import com.pelcro.payments.application.reconciliation.ReconciliationUseCases;
import com.pelcro.payments.application.recovery.RecoveryUseCases;
import com.pelcro.payments.application.refund.CreateRefund;
import com.pelcro.payments.application.refund.RefundUseCases;
import com.pelcro.payments.domain.access.ApiKeyHash;
import com.pelcro.payments.domain.cardsession.CaptureMethod;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.charge.Notes;
import com.pelcro.payments.domain.customer.Customer;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.customer.TestCustomers;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.gateway.memory.InMemoryGateway;
import com.pelcro.payments.domain.idempotency.IdempotencyKey;
import com.pelcro.payments.domain.idempotency.RequestFingerprint;
import com.pelcro.payments.domain.money.AskedAmount;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.paymentmethod.TestPaymentMethods;
import com.pelcro.payments.domain.refund.Refund;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.IntegrationStatus;
import com.pelcro.payments.domain.site.Site;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.site.TestIntegrations;
import com.pelcro.payments.domain.site.TestSites;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A site that sells in euros through a gateway in memory, with a customer, and all there is to do
/// about money. The gateway sees to it that it is never asked while a transaction is open.
public final class Shop {

  private static final Duration STEP = Duration.ofSeconds(15);
  private static final int MOST = 100;

  public final SettableClock clock = new SettableClock();
  public final InMemoryStorage storage;
  public final InMemoryGateway gateway = new InMemoryGateway(TestIntegrations.CYBERSOURCE, clock);
  public final Gateways gateways = new Gateways(Set.of(gateway.adapter()));
  public final ChargeUseCases charges;
  public final RefundUseCases refunds;
  public final PaymentMethodUseCases methods;
  public final CardSessionUseCases sessions;
  public final RecoveryUseCases recovery;
  public final ReconciliationUseCases reconciliation;
  public final Site site = TestSites.daily();
  public final Customer ada = TestCustomers.ada(site.id());
  private int keys;

  private Shop() {
    storage = InMemoryStorage.with(new PlainSnapshots(), clock);
    charges = ChargeUseCases.on(storage, gateways, clock);
    refunds = RefundUseCases.on(storage, gateways, clock);
    methods = PaymentMethodUseCases.on(storage, gateways, clock);
    sessions = CardSessionUseCases.on(storage, gateways, clock);
    recovery =
        RecoveryUseCases.on(
            storage, new RecoveryUseCases.Exchanges(charges, refunds, methods), gateways, clock);
    reconciliation = ReconciliationUseCases.on(storage, gateways, clock);
    gateway.beforeEachCall(this::checkNoTransaction);
  }

  public static Shop open() {
    var shop = new Shop();
    shop.storage.sites().add(shop.site);
    shop.storage.integrations().put(TestIntegrations.sandbox(shop.id()));
    var _ = shop.storage.customers().add(shop.ada);
    return shop;
  }

  private void checkNoTransaction() {
    if (storage.database().inTransaction()) {
      throw new AssertionError("the gateway is asked while a transaction is open");
    }
  }

  public SiteId id() {
    return site.id();
  }

  public Integration integration() {
    return storage.integrations().find(id(), TestIntegrations.CYBERSOURCE).orElseThrow();
  }

  public void put(IntegrationStatus status) {
    put(status, integration().currency());
  }

  public void put(Currency currency) {
    put(integration().status(), currency);
  }

  private void put(IntegrationStatus status, Currency currency) {
    var now = integration();
    storage
        .integrations()
        .put(
            new Integration(
                now.site(),
                now.gateway(),
                now.environment(),
                status,
                currency,
                now.additionalSites(),
                now.networks(),
                now.credentials(),
                now.previous(),
                now.secretsUpdatedAt(),
                now.createdAt(),
                clock.instant()));
  }

  /// A key that was never used.
  public synchronized Intent intent() {
    return intent("key-" + ++keys);
  }

  public Intent intent(String key) {
    return intent(key, "the request of " + key);
  }

  /// A key together with what it stands for.
  public Intent intent(String key, String request) {
    var fingerprint = new RequestFingerprint(ApiKeyHash.of(request).value());
    return new Intent(id(), new IdempotencyKey(key), fingerprint);
  }

  public CardSession session() {
    return created(
        sessions
            .start()
            .start(
                new StartCardSession.Request(
                    intent(), List.of(), Set.of(), CaptureMethod.MICROFORM)));
  }

  /// A card just typed into a session of its own.
  public CardOffer typed(SampleCard card) {
    var session = session();
    return new CardOffer(session.id(), gateway.type(session, card), TestPaymentMethods.billing());
  }

  /// A card of Ada's on file.
  public PaymentMethod saved(SampleCard card) {
    return saved(ada.id(), card);
  }

  public PaymentMethod saved(CustomerId customer, SampleCard card) {
    return created(
        methods
            .save()
            .save(
                new SavePaymentMethod.Request(
                    intent(), customer, typed(card), SavePaymentMethod.Preference.AS_IT_COMES)));
  }

  /// The request to charge a card of Ada's on file.
  public CreateCharge.Request request(Intent intent, PaymentMethodId method, Charge.Mode mode) {
    return request(intent, ada.id(), new PaidWith.Saved(method), mode);
  }

  public CreateCharge.Request request(
      Intent intent, @Nullable CustomerId customer, PaidWith paidWith, Charge.Mode mode) {
    return new CreateCharge.Request(
        intent,
        customer,
        paidWith,
        new AskedAmount(1990, null),
        mode,
        InitiatedBy.CUSTOMER,
        Notes.NONE);
  }

  /// Sells something for 19.90 euros.
  public Charge sold() {
    return charged(Charge.Mode.SALE);
  }

  /// Holds 19.90 euros.
  public Charge authorized() {
    return charged(Charge.Mode.AUTHORIZATION);
  }

  private Charge charged(Charge.Mode mode) {
    return created(charges.create().create(request(intent(), saved(SampleCard.VISA).id(), mode)));
  }

  public Charge charge(ChargeId id) {
    return storage.charges().find(id(), id).orElseThrow();
  }

  public PaymentMethod method(PaymentMethodId id) {
    return storage.paymentMethods().find(id(), id).orElseThrow();
  }

  public Result<Once<Refund>> refund(ChargeId charge, @Nullable Long minorUnits) {
    return refund(intent(), charge, minorUnits);
  }

  public Result<Once<Refund>> refund(Intent intent, ChargeId charge, @Nullable Long minorUnits) {
    var amount = minorUnits == null ? null : new AskedAmount(minorUnits, null);
    return refunds
        .create()
        .create(new CreateRefund.Request(intent, charge, amount, null, Map.of()));
  }

  /// Lets time pass and looks for lost answers whenever one is due on the way.
  public void recover(Duration time) {
    var end = clock.instant().plus(time);
    while (clock.instant().isBefore(end)) {
      clock.advance(STEP);
      recovery.recover().claim(MOST).forEach(recovery.recover()::recover);
    }
  }

  /// The types of all events so far, oldest first.
  public List<String> told() {
    return storage.recorded(id()).stream().map(RecordedEvent::type).toList();
  }
}
