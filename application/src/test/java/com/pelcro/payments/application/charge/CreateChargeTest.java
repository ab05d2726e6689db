package com.pelcro.payments.application.charge;

import static com.pelcro.payments.application.Outcomes.created;
import static com.pelcro.payments.application.Outcomes.refusal;
import static com.pelcro.payments.application.Outcomes.repeated;
import static com.pelcro.payments.domain.charge.Charge.Mode.AUTHORIZATION;
import static com.pelcro.payments.domain.charge.Charge.Mode.SALE;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Once;
import com.pelcro.payments.application.Outcomes;
import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Shop;
import com.pelcro.payments.application.Together;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeState.Authorized;
import com.pelcro.payments.domain.charge.ChargeState.Captured;
import com.pelcro.payments.domain.charge.ChargeState.Declined;
import com.pelcro.payments.domain.charge.ChargeState.Failed;
import com.pelcro.payments.domain.charge.ChargeState.InReview;
import com.pelcro.payments.domain.charge.ChargeState.Pending;
import com.pelcro.payments.domain.charge.ChargeState.Releasing;
import com.pelcro.payments.domain.charge.Notes;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.gateway.memory.Movement.Kind;
import com.pelcro.payments.domain.money.AskedAmount;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.operation.OperationKind;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.site.IntegrationStatus;
import com.pelcro.payments.domain.site.TestIntegrations;
import java.util.Currency;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CreateChargeTest {

  private final Shop shop = Shop.open();
  private final PaymentMethod card = shop.saved(SampleCard.VISA);

  @Test
  void an_approved_sale_is_captured() {
    var charge = charged(SALE);
    assertThat(charge.state()).isInstanceOf(Captured.class);
    assertThat(charge.captured()).isEqualTo(Money.of(1990, "EUR"));
    assertThat(shop.charge(charge.id())).isEqualTo(charge);
    assertThat(shop.gateway.ledger().kinds()).containsExactly(Kind.SALE);
  }

  @Test
  void an_approved_authorization_is_only_held() {
    var charge = charged(AUTHORIZATION);
    assertThat(charge.state()).isInstanceOf(Authorized.class);
    assertThat(charge.captured().isZero()).isTrue();
    assertThat(shop.gateway.ledger().kinds()).containsExactly(Kind.AUTHORIZATION);
  }

  @Test
  void each_step_is_told_in_order() {
    var charge = charged(SALE);
    assertThat(shop.told()).endsWith("charge.pending", "charge.captured");
    assertThat(shop.storage.operations().steps(shop.id(), charge.id()))
        .extracting(step -> step.happening().name())
        .containsExactly("ASKED", "ANSWERED");
  }

  @Test
  void what_the_caller_wrote_is_kept() {
    var notes = new Notes("INV-7", "March", Map.of("plan", "yearly"));
    var request =
        new CreateCharge.Request(
            shop.intent(),
            null,
            new PaidWith.Saved(card.id()),
            new AskedAmount(1, null),
            SALE,
            InitiatedBy.CUSTOMER,
            notes);
    var charge = created(shop.charges.create().create(request));
    assertThat(charge.notes()).isEqualTo(notes);
    assertThat(charge.customer()).isEqualTo(shop.ada.id());
  }

  @Test
  void a_decline_is_a_charge_that_was_declined() {
    shop.gateway.next(new Outcome.Declined(DeclineCode.INSUFFICIENT_FUNDS));
    assertThat(charged(SALE).state())
        .isInstanceOfSatisfying(
            Declined.class,
            declined ->
                assertThat(declined.reason().code()).isEqualTo(DeclineCode.INSUFFICIENT_FUNDS));
    assertThat(shop.method(card.id()).isActive()).isTrue();
    assertThat(shop.gateway.ledger().movements()).isEmpty();
  }

  @Test
  void a_rejection_is_a_charge_that_failed() {
    shop.gateway.next(new Outcome.FoundWrong());
    assertThat(failure(charged(SALE))).isEqualTo(FailureCode.GATEWAY_REJECTED);
  }

  @Test
  void wrong_credentials_are_a_charge_that_failed_and_no_decline() {
    shop.gateway.revoke(shop.integration().credentials());
    assertThat(failure(charged(SALE))).isEqualTo(FailureCode.GATEWAY_CREDENTIALS_REJECTED);
  }

  @Test
  void what_never_left_is_a_charge_that_failed() {
    shop.gateway.refuseNextConnection();
    assertThat(failure(charged(SALE))).isEqualTo(FailureCode.GATEWAY_UNAVAILABLE);
  }

  @Test
  void a_lost_reply_leaves_the_charge_pending_and_its_operation_open() {
    shop.gateway.loseNextReply();
    var charge = charged(SALE);
    assertThat(charge.state()).isEqualTo(new Pending());
    assertThat(charge.pendingOperation()).contains(OperationKind.CHARGE);
    assertThat(shop.storage.operations().open(shop.id(), charge.id())).hasSize(1);
    assertThat(shop.gateway.ledger().sum(Kind.SALE)).isEqualTo(1990);
  }

  @Test
  void a_repeat_of_an_open_charge_answers_the_open_charge_and_asks_nothing() {
    shop.gateway.loseNextReply();
    var request = shop.request(shop.intent("k"), card.id(), SALE);
    var charge = created(shop.charges.create().create(request));
    assertThat(repeated(shop.charges.create().create(request))).isEqualTo(charge);
    assertThat(shop.gateway.ledger().movements()).hasSize(1);
  }

  @Test
  void a_repeat_answers_the_charge_as_it_stands_now() {
    var request = shop.request(shop.intent("k"), card.id(), SALE);
    var charge = created(shop.charges.create().create(request));
    var _ = created(shop.refund(charge.id(), 500L));
    var now = repeated(shop.charges.create().create(request));
    assertThat(now.refundable()).isEqualTo(Money.of(1490, "EUR"));
  }

  @Test
  void another_request_under_a_used_key_is_refused() {
    var _ =
        created(shop.charges.create().create(shop.request(shop.intent("k", "a"), card.id(), SALE)));
    var other = shop.request(shop.intent("k", "b"), card.id(), SALE);
    refusal(Refusal.KeyReused.class, shop.charges.create().create(other));
    assertThat(shop.gateway.ledger().movements()).hasSize(1);
  }

  @Test
  void the_same_key_at_another_use_case_is_refused() {
    var charge = charged(SALE);
    var intent = shop.intent("k");
    var _ = created(shop.refund(intent, charge.id(), 1L));
    refusal(
        Refusal.KeyReused.class,
        shop.charges.create().create(shop.request(intent, card.id(), SALE)));
  }

  @Test
  void a_refusal_leaves_the_key_free() {
    shop.put(IntegrationStatus.DISABLED);
    var request = shop.request(shop.intent("k"), card.id(), SALE);
    refusal(Refusal.IntegrationDisabled.class, shop.charges.create().create(request));
    shop.put(IntegrationStatus.ENABLED);
    var _ = created(shop.charges.create().create(request));
  }

  @Test
  void many_at_once_with_one_key_pay_once() {
    var request = shop.request(shop.intent("k"), card.id(), SALE);
    var results = Together.run(32, _ -> shop.charges.create().create(request));
    assertThat(results).extracting(result -> Outcomes.done(result).value().id()).hasSize(32);
    assertThat(results.stream().map(result -> Outcomes.done(result).value().id()).distinct())
        .hasSize(1);
    assertThat(results.stream().map(Outcomes::done).filter(Once.Created.class::isInstance))
        .hasSize(1);
    assertThat(shop.gateway.ledger().kinds()).containsExactly(Kind.SALE);
  }

  @Test
  void many_at_once_with_keys_of_their_own_pay_each() {
    var results =
        Together.run(
            16, _ -> shop.charges.create().create(shop.request(shop.intent(), card.id(), SALE)));
    assertThat(results.stream().map(result -> created(result).id()).distinct()).hasSize(16);
    assertThat(shop.gateway.ledger().sum(Kind.SALE)).isEqualTo(16 * 1990);
  }

  @Test
  void another_currency_is_refused() {
    var refused =
        refusal(
            Refusal.CurrencyNotSupported.class,
            shop.charges.create().create(asking(new AskedAmount(5, Currency.getInstance("USD")))));
    assertThat(refused.supported()).containsExactly(Currency.getInstance("EUR"));
    assertThat(shop.told()).doesNotContain("charge.pending");
  }

  @Test
  void the_integrations_currency_may_be_named() {
    var charge =
        created(
            shop.charges.create().create(asking(new AskedAmount(5, Currency.getInstance("EUR")))));
    assertThat(charge.amount()).isEqualTo(Money.of(5, "EUR"));
  }

  @Test
  void a_disabled_integration_takes_no_new_money() {
    shop.put(IntegrationStatus.DISABLED);
    refusal(Refusal.IntegrationDisabled.class, charging());
    assertThat(shop.gateway.ledger().movements()).isEmpty();
  }

  @Test
  void without_an_integration_nothing_is_charged() {
    shop.storage.integrations().remove(shop.id(), TestIntegrations.CYBERSOURCE);
    refusal(Refusal.IntegrationMissing.class, charging());
  }

  @Test
  void a_partial_approval_is_let_go_at_once() {
    shop.gateway.next(new Outcome.PartlyApproved(Money.of(500, "EUR")));
    var charge = charged(SALE);
    assertThat(reason(charge)).isEqualTo(DeclineCode.PARTIAL_APPROVAL);
    assertThat(shop.gateway.ledger().kinds()).containsExactly(Kind.AUTHORIZATION, Kind.REVERSAL);
    assertThat(shop.gateway.ledger().sum(Kind.REVERSAL)).isEqualTo(500);
  }

  @Test
  void a_payment_against_a_fraud_rule_is_let_go_at_once() {
    shop.gateway.next(new Outcome.HeldAgainstRule(DeclineCode.FRAUD_SUSPECTED));
    assertThat(reason(charged(SALE))).isEqualTo(DeclineCode.FRAUD_SUSPECTED);
    assertThat(shop.told()).endsWith("charge.pending", "charge.pending", "charge.declined");
    assertThat(shop.gateway.ledger().sum(Kind.REVERSAL)).isEqualTo(1990);
  }

  @Test
  void a_hold_that_could_not_be_let_go_keeps_the_charge_open() {
    shop.gateway.next(new Outcome.PartlyApproved(Money.of(500, "EUR")));
    shop.gateway.beforeEachCall(refuseTheSecondCall());
    var charge = charged(SALE);
    assertThat(charge.state())
        .isInstanceOfSatisfying(
            Releasing.class,
            releasing -> assertThat(releasing.held()).isEqualTo(Money.of(500, "EUR")));
    assertThat(charge.pendingOperation()).contains(OperationKind.RELEASE);
  }

  private Runnable refuseTheSecondCall() {
    var calls = new AtomicInteger();
    return () -> {
      if (calls.incrementAndGet() == 2) {
        shop.gateway.refuseNextConnection();
      }
    };
  }

  @Test
  void a_review_is_neither_paid_nor_declined() {
    shop.gateway.next(new Outcome.SentToReview());
    var charge = charged(SALE);
    assertThat(charge.state()).isInstanceOf(InReview.class);
    assertThat(shop.told()).endsWith("charge.pending", "charge.in_review");
  }

  private static DeclineCode reason(Charge charge) {
    assertThat(charge.state()).isInstanceOf(Declined.class);
    return ((Declined) charge.state()).reason().code();
  }

  private static FailureCode failure(Charge charge) {
    assertThat(charge.state()).isInstanceOf(Failed.class);
    return ((Failed) charge.state()).failure().code();
  }

  private Charge charged(Charge.Mode mode) {
    return created(shop.charges.create().create(shop.request(shop.intent(), card.id(), mode)));
  }

  private Result<Once<Charge>> charging() {
    return shop.charges.create().create(shop.request(shop.intent(), card.id(), SALE));
  }

  private CreateCharge.Request asking(AskedAmount amount) {
    return new CreateCharge.Request(
        shop.intent(),
        shop.ada.id(),
        new PaidWith.Saved(card.id()),
        amount,
        SALE,
        InitiatedBy.CUSTOMER,
        Notes.NONE);
  }
}
