package com.pelcro.payments.persistence.refund;

import static com.pelcro.payments.application.Outcomes.created;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.Together;
import com.pelcro.payments.application.cardsession.CardSessionUseCases;
import com.pelcro.payments.application.cardsession.StartCardSession;
import com.pelcro.payments.application.charge.ChargeUseCases;
import com.pelcro.payments.application.charge.CreateCharge;
import com.pelcro.payments.application.charge.InitiatedBy;
import com.pelcro.payments.application.charge.PaidWith;
import com.pelcro.payments.application.gateway.Gateways;
import com.pelcro.payments.application.idempotency.Intent;
import com.pelcro.payments.application.paymentmethod.CardOffer;
import com.pelcro.payments.application.paymentmethod.PaymentMethodUseCases;
import com.pelcro.payments.application.paymentmethod.SavePaymentMethod;
import com.pelcro.payments.application.refund.CreateRefund;
import com.pelcro.payments.application.refund.RefundUseCases;
import com.pelcro.payments.domain.SettableClock;
import com.pelcro.payments.domain.access.ApiKeyHash;
import com.pelcro.payments.domain.cardsession.CaptureMethod;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.Notes;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.gateway.memory.InMemoryGateway;
import com.pelcro.payments.domain.idempotency.IdempotencyKey;
import com.pelcro.payments.domain.idempotency.RequestFingerprint;
import com.pelcro.payments.domain.money.AskedAmount;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.paymentmethod.TestPaymentMethods;
import com.pelcro.payments.domain.site.TestIntegrations;
import com.pelcro.payments.persistence.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Many refunds of one charge at once, on the real database: `-Drace.rounds` for more of them.
class RefundRaceTest {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final int ROUNDS = Integer.getInteger("race.rounds", 1000);
  private static final int THREADS = 32;

  private final SettableClock clock = SettableClock.at("2026-03-02T08:00:00Z");
  private final InMemoryGateway gateway = new InMemoryGateway(TestIntegrations.CYBERSOURCE, clock);
  private final Gateways gateways = new Gateways(Set.of(gateway.adapter()));
  private final Storage storage = DATABASE.storage();
  private final ChargeUseCases charges = ChargeUseCases.on(storage, gateways, clock);
  private final RefundUseCases refunds = RefundUseCases.on(storage, gateways, clock);
  private final Scene scene = Scene.in(storage);

  @Test
  void thirty_two_threads_never_give_back_more_than_was_taken() {
    var random = new Random(42);
    storage.integrations().put(TestIntegrations.sandbox(scene.id()));
    var card = card();
    for (var round = 0; round < ROUNDS; round++) {
      race(sold(card), random);
    }
  }

  private void race(Charge charge, Random random) {
    var amounts = random.ints(THREADS, 1, 1990).toArray();
    var outcomes =
        Together.run(THREADS, number -> refunds.create().create(request(charge, amounts[number])));
    var after = storage.charges().find(charge.site(), charge.id()).orElseThrow();
    var asked = storage.operations().steps(charge.site(), charge.id()).getFirst();
    var returned = gateway.standing(asked.references()).orElseThrow().returned();
    assertThat(charge.amount().covers(returned)).isTrue();
    assertThat(after.refunds()).isEqualTo(new Charge.Refunds(returned, Money.of(0, "EUR")));
    assertThat(outcomes).hasAtLeastOneElementOfType(Result.Done.class);
    assertThat(outcomes).hasAtLeastOneElementOfType(Result.Refused.class);
  }

  private PaymentMethodId card() {
    var sessions = CardSessionUseCases.on(storage, gateways, clock);
    var session =
        created(
            sessions
                .start()
                .start(
                    new StartCardSession.Request(
                        intent(), List.of(), Set.of(), CaptureMethod.MICROFORM)));
    var offer =
        new CardOffer(
            session.id(), gateway.type(session, SampleCard.VISA), TestPaymentMethods.billing());
    var request =
        new SavePaymentMethod.Request(
            intent(), scene.customer().id(), offer, SavePaymentMethod.Preference.AS_IT_COMES);
    return created(PaymentMethodUseCases.on(storage, gateways, clock).save().save(request)).id();
  }

  private Charge sold(PaymentMethodId card) {
    return created(
        charges
            .create()
            .create(
                new CreateCharge.Request(
                    intent(),
                    scene.customer().id(),
                    new PaidWith.Saved(card),
                    new AskedAmount(1990, null),
                    Charge.Mode.SALE,
                    InitiatedBy.CUSTOMER,
                    Notes.NONE)));
  }

  private Intent intent() {
    var key = UUID.randomUUID().toString();
    return new Intent(
        scene.id(), new IdempotencyKey(key), new RequestFingerprint(ApiKeyHash.of(key).value()));
  }

  private CreateRefund.Request request(Charge charge, int minorUnits) {
    return new CreateRefund.Request(
        intent(), charge.id(), new AskedAmount(minorUnits, null), null, Map.of());
  }
}
