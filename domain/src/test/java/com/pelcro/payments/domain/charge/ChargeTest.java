package com.pelcro.payments.domain.charge;

import static com.pelcro.payments.domain.charge.TestCharges.AMOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.pelcro.payments.domain.charge.ChargeState.Approved;
import com.pelcro.payments.domain.charge.ChargeState.Authorized;
import com.pelcro.payments.domain.charge.ChargeState.Captured;
import com.pelcro.payments.domain.charge.ChargeState.Capturing;
import com.pelcro.payments.domain.charge.ChargeState.InReview;
import com.pelcro.payments.domain.charge.ChargeState.Open;
import com.pelcro.payments.domain.charge.ChargeState.Voiding;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.gateway.GatewayReference;
import com.pelcro.payments.domain.gateway.Target;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.TestPaymentMethods;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChargeTest {

  private static final Instant NOW = TestCharges.MADE;
  private static final Money NOTHING = Money.of(0, "EUR");
  private static final Money PART = Money.of(500, "EUR");
  private static final GatewayReference PAYMENT = GatewayReference.of("payment");
  private static final GatewayReference CAPTURE = GatewayReference.of("capture");

  private final PaymentMethod method = TestPaymentMethods.active(SiteId.next(), CustomerId.next());
  private final Charge sold = TestCharges.captured(method);

  @Test
  void a_charge_asks_for_some_money() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Charge.pending(
                    ChargeId.next(),
                    method.site(),
                    null,
                    method.id(),
                    method.gateway(),
                    NOTHING,
                    Charge.Mode.SALE,
                    Notes.NONE,
                    null,
                    NOW));
  }

  @Test
  void no_more_is_taken_than_was_asked() {
    var more = Money.of(1991, "EUR");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TestCharges.in(new Captured(PAYMENT, PAYMENT, more), sold));
  }

  @Test
  void no_more_goes_back_than_was_taken() {
    var all = new Charge.Refunds(AMOUNT, NOTHING);
    assertThat(TestCharges.with(all, sold).refundable()).isEqualTo(NOTHING);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TestCharges.with(new Charge.Refunds(AMOUNT, Money.of(1, "EUR")), sold));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TestCharges.with(all, TestCharges.pendingSale()));
  }

  @Test
  void only_a_hold_can_be_captured_and_all_of_it_at_most() {
    for (var charge : TestCharges.inEveryState(method)) {
      if (charge.state() instanceof Authorized) {
        assertThat(charge.capturing(AMOUNT, NOW).state()).isInstanceOf(Capturing.class);
        refuses(() -> charge.capturing(Money.of(1991, "EUR"), NOW));
        refuses(() -> charge.capturing(NOTHING, NOW));
      } else {
        refuses(() -> charge.capturing(PART, NOW));
      }
    }
  }

  @Test
  void only_an_approved_charge_can_be_voided() {
    for (var charge : TestCharges.inEveryState(method)) {
      if (charge.state() instanceof Approved approved) {
        assertThat(charge.voiding(NOW).state()).isEqualTo(new Voiding(approved));
      } else {
        refuses(() -> charge.voiding(NOW));
      }
    }
  }

  @Test
  void a_charge_that_gave_back_or_may_have_cannot_be_voided() {
    refuses(() -> sold.reserve(PART, NOW).voiding(NOW));
    refuses(() -> sold.reserve(PART, NOW).refunded(PART, NOW).voiding(NOW));
    assertThat(sold.reserve(PART, NOW).unreserve(PART, NOW).voiding(NOW).state())
        .isInstanceOf(Voiding.class);
  }

  @Test
  void only_a_captured_charge_can_reserve_for_a_refund() {
    for (var charge : TestCharges.inEveryState(method)) {
      if (charge.state() instanceof Captured) {
        assertThat(charge.reserve(PART, NOW).refunds().reserved()).isEqualTo(PART);
      } else {
        refuses(() -> charge.reserve(PART, NOW));
      }
    }
  }

  @Test
  void a_refund_moves_from_reserved_to_done_or_back() {
    var open = sold.reserve(PART, NOW);
    assertThat(open.refundable()).isEqualTo(Money.of(1490, "EUR"));
    assertThat(open.refunded(PART, NOW).refunds()).isEqualTo(new Charge.Refunds(PART, NOTHING));
    assertThat(open.refunded(PART, NOW).refundable()).isEqualTo(Money.of(1490, "EUR"));
    assertThat(open.unreserve(PART, NOW).refundable()).isEqualTo(AMOUNT);
  }

  @Test
  void nothing_that_was_not_reserved_is_counted_as_refunded_or_given_back() {
    assertThatIllegalArgumentException().isThrownBy(() -> sold.refunded(PART, NOW));
    assertThatIllegalArgumentException().isThrownBy(() -> sold.unreserve(PART, NOW));
  }

  @Test
  void only_a_captured_charge_is_refundable() {
    for (var charge : TestCharges.inEveryState(method)) {
      assertThat(charge.refundable().isZero()).isEqualTo(!(charge.state() instanceof Captured));
    }
  }

  @Test
  void every_open_charge_but_one_under_review_says_what_it_awaits() {
    for (var charge : TestCharges.inEveryState(method)) {
      var awaits = charge.state() instanceof Open && !(charge.state() instanceof InReview);
      assertThat(charge.pendingOperation().isPresent()).isEqualTo(awaits);
    }
  }

  @Test
  void a_sale_is_followed_up_by_its_payment_and_a_capture_by_its_own_id() {
    var sale = TestCharges.in(new Captured(PAYMENT, PAYMENT, AMOUNT), TestCharges.pendingSale());
    assertThat(sale.taking()).isEqualTo(new Target.Payment("payment"));
    var capture =
        TestCharges.in(new Captured(PAYMENT, CAPTURE, PART), TestCharges.pendingAuthorization());
    assertThat(capture.taking()).isEqualTo(new Target.Capture("capture"));
    assertThat(capture.voiding(NOW).taking()).isEqualTo(new Target.Capture("capture"));
    refuses(() -> TestCharges.pendingSale().taking());
  }

  private static void refuses(Runnable move) {
    assertThatIllegalStateException().isThrownBy(move::run);
  }
}
