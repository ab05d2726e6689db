package com.pelcro.payments.application.refund;

import static com.pelcro.payments.application.Outcomes.created;
import static com.pelcro.payments.application.Outcomes.refusal;
import static com.pelcro.payments.application.Outcomes.repeated;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Outcomes;
import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Shop;
import com.pelcro.payments.application.Together;
import com.pelcro.payments.application.charge.CaptureCharge;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.domain.gateway.memory.Movement.Kind;
import com.pelcro.payments.domain.money.AskedAmount;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.refund.Refund;
import com.pelcro.payments.domain.refund.RefundState;
import com.pelcro.payments.domain.site.IntegrationStatus;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CreateRefundTest {

  private final Shop shop = Shop.open();
  private final Charge sold = shop.sold();

  @Test
  void all_that_is_left_goes_back_unless_told_otherwise() {
    var _ = created(shop.refund(sold.id(), 500L));
    var rest = created(shop.refund(sold.id(), null));
    assertThat(rest.amount()).isEqualTo(Money.of(1490, "EUR"));
    assertThat(rest.state()).isInstanceOf(RefundState.Done.class);
    assertThat(shop.charge(sold.id()).refundable().isZero()).isTrue();
    assertThat(shop.gateway.ledger().sum(Kind.REFUND)).isEqualTo(1990);
    assertThat(shop.told()).endsWith("refund.pending", "refund.succeeded");
  }

  @Test
  void parts_go_back_up_to_the_full_sum_and_one_more_is_refused() {
    for (var part : new long[] {1000, 989, 1}) {
      var _ = created(shop.refund(sold.id(), part));
    }
    var refused = refusal(Refusal.AmountTooLarge.class, shop.refund(sold.id(), 1L));
    assertThat(refused.most().isZero()).isTrue();
    refusal(Refusal.AmountTooLarge.class, shop.refund(sold.id(), null));
    assertThat(shop.gateway.ledger().sum(Kind.REFUND)).isEqualTo(1990);
  }

  @Test
  void one_cent_too_much_is_refused() {
    var refused = refusal(Refusal.AmountTooLarge.class, shop.refund(sold.id(), 1991L));
    assertThat(refused.most()).isEqualTo(Money.of(1990, "EUR"));
  }

  @Test
  void another_currency_is_refused() {
    var usd = new AskedAmount(5, Currency.getInstance("USD"));
    var request = new CreateRefund.Request(shop.intent(), sold.id(), usd, null, Map.of());
    refusal(Refusal.CurrencyNotSupported.class, shop.refunds.create().create(request));
  }

  @Test
  void many_at_once_never_return_more_than_was_taken() {
    var results = Together.run(32, _ -> shop.refund(sold.id(), 500L));
    assertThat(results.stream().filter(result -> result instanceof Result.Done)).hasSize(3);
    assertThat(shop.gateway.ledger().sum(Kind.REFUND)).isEqualTo(1500);
    assertThat(shop.charge(sold.id()).refundable()).isEqualTo(Money.of(490, "EUR"));
  }

  @Test
  void many_at_once_with_one_key_return_it_once() {
    var intent = shop.intent("k");
    var results = Together.run(32, _ -> shop.refund(intent, sold.id(), 500L));
    assertThat(results.stream().map(result -> Outcomes.done(result).value().id()).distinct())
        .hasSize(1);
    assertThat(shop.gateway.ledger().sum(Kind.REFUND)).isEqualTo(500);
  }

  @Test
  void an_open_refund_keeps_its_reservation() {
    shop.gateway.loseNextReply();
    var open = created(shop.refund(sold.id(), 1500L));
    assertThat(open.state()).isEqualTo(new RefundState.Pending());
    assertThat(shop.charge(sold.id()).refunds().reserved()).isEqualTo(Money.of(1500, "EUR"));
    refusal(Refusal.AmountTooLarge.class, shop.refund(sold.id(), 491L));
    var _ = created(shop.refund(sold.id(), 490L));
  }

  @Test
  void a_repeat_answers_the_open_refund_and_asks_nothing() {
    shop.gateway.loseNextReply();
    var intent = shop.intent("k");
    var open = created(shop.refund(intent, sold.id(), 500L));
    assertThat(repeated(shop.refund(intent, sold.id(), 500L))).isEqualTo(open);
    assertThat(shop.gateway.ledger().sum(Kind.REFUND)).isEqualTo(500);
  }

  @Test
  void a_refund_the_issuer_declines_gives_its_reservation_back() {
    shop.gateway.next(new Outcome.Declined(DeclineCode.ACCOUNT_CLOSED));
    var failed = created(shop.refund(sold.id(), 1989L));
    assertThat(failure(failed)).isEqualTo(FailureCode.REFUND_DECLINED);
    assertThat(shop.charge(sold.id()).refundable()).isEqualTo(Money.of(1990, "EUR"));
    assertThat(shop.told()).endsWith("refund.pending", "refund.failed");
    var _ = created(shop.refund(sold.id(), 1989L));
  }

  @Test
  void a_refund_that_never_left_gives_its_reservation_back() {
    shop.gateway.refuseNextConnection();
    assertThat(failure(created(shop.refund(sold.id(), 1990L))))
        .isEqualTo(FailureCode.GATEWAY_UNAVAILABLE);
    assertThat(shop.charge(sold.id()).refundable()).isEqualTo(Money.of(1990, "EUR"));
  }

  @Test
  void a_disabled_integration_still_refunds() {
    shop.put(IntegrationStatus.DISABLED);
    assertThat(created(shop.refund(sold.id(), null)).state()).isInstanceOf(RefundState.Done.class);
  }

  @Test
  void a_capture_of_its_own_is_refunded() {
    var held = shop.authorized();
    var capture = new CaptureCharge.Request(shop.intent(), held.id(), new AskedAmount(500, null));
    var _ = created(shop.charges.capture().capture(capture));
    refusal(Refusal.AmountTooLarge.class, shop.refund(held.id(), 501L));
    assertThat(created(shop.refund(held.id(), null)).amount()).isEqualTo(Money.of(500, "EUR"));
  }

  @Test
  void what_was_only_held_cannot_be_refunded() {
    refusal(Refusal.InvalidState.class, shop.refund(shop.authorized().id(), null));
  }

  @Test
  void what_was_voided_cannot_be_refunded() {
    var _ = created(shop.charges.undo().undo(shop.intent(), sold.id()));
    refusal(Refusal.InvalidState.class, shop.refund(sold.id(), null));
    assertThat(shop.gateway.ledger().of(Kind.REFUND)).isEmpty();
  }

  @Test
  void an_unknown_charge_is_not_found() {
    refusal(Refusal.NotFound.class, shop.refund(ChargeId.next(), null));
  }

  @Test
  void another_request_under_a_used_key_is_refused() {
    var _ = created(shop.refund(shop.intent("k", "a"), sold.id(), 1L));
    refusal(Refusal.KeyReused.class, shop.refund(shop.intent("k", "b"), sold.id(), 1L));
  }

  private static FailureCode failure(Refund refund) {
    assertThat(refund.state()).isInstanceOf(RefundState.Failed.class);
    return ((RefundState.Failed) refund.state()).failure().code();
  }
}
