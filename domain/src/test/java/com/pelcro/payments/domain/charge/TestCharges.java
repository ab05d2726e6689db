package com.pelcro.payments.domain.charge;

import com.pelcro.payments.domain.charge.Charge.Mode;
import com.pelcro.payments.domain.charge.ChargeState.Authorized;
import com.pelcro.payments.domain.charge.ChargeState.Captured;
import com.pelcro.payments.domain.charge.ChargeState.Capturing;
import com.pelcro.payments.domain.charge.ChargeState.Declined;
import com.pelcro.payments.domain.charge.ChargeState.Failed;
import com.pelcro.payments.domain.charge.ChargeState.InReview;
import com.pelcro.payments.domain.charge.ChargeState.Pending;
import com.pelcro.payments.domain.charge.ChargeState.Releasing;
import com.pelcro.payments.domain.charge.ChargeState.Voided;
import com.pelcro.payments.domain.charge.ChargeState.Voiding;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.decline.TestDeclines;
import com.pelcro.payments.domain.gateway.Failure;
import com.pelcro.payments.domain.gateway.FailureCode;
import com.pelcro.payments.domain.gateway.GatewayReference;
import com.pelcro.payments.domain.gateway.TestReferences;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.TestPaymentMethods;
import com.pelcro.payments.domain.site.SiteId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Charges to test with.
public final class TestCharges {

  public static final Instant MADE = Instant.parse("2026-03-01T10:15:34.345Z");
  public static final Money AMOUNT = Money.of(1990, "EUR");
  public static final Failure FAILURE =
      new Failure(FailureCode.GATEWAY_UNAVAILABLE, "nothing left this machine");

  private TestCharges() {}

  /// A sale of nobody known, about to be asked for.
  public static Charge pendingSale() {
    return pendingSale(TestPaymentMethods.active(SiteId.next(), CustomerId.next()));
  }

  public static Charge pendingSale(PaymentMethod method) {
    return pending(method, Mode.SALE);
  }

  /// An authorization of nobody known, about to be asked for.
  public static Charge pendingAuthorization() {
    return pendingAuthorization(TestPaymentMethods.active(SiteId.next(), CustomerId.next()));
  }

  public static Charge pendingAuthorization(PaymentMethod method) {
    return pending(method, Mode.AUTHORIZATION);
  }

  /// A sale whose money was taken.
  public static Charge captured(PaymentMethod method) {
    var payment = TestReferences.full();
    return in(new Captured(payment, payment, AMOUNT), pendingSale(method));
  }

  /// The charge in another state, as if it had got there.
  public static Charge in(ChargeState state, Charge charge) {
    return with(state, charge.refunds(), charge);
  }

  public static Charge with(Charge.Refunds refunds, Charge charge) {
    return with(charge.state(), refunds, charge);
  }

  /// One charge in every state a charge can come to be in, by both modes.
  public static List<Charge> inEveryState(PaymentMethod method) {
    var sales = states(Mode.SALE).map(state -> in(state, pendingSale(method)));
    var holds = states(Mode.AUTHORIZATION).map(state -> in(state, pendingAuthorization(method)));
    return Stream.concat(sales, holds).toList();
  }

  private static Stream<ChargeState> states(Mode mode) {
    var payment = TestReferences.full();
    var bare = GatewayReference.of("7000000000000000001");
    var common =
        Stream.of(
            new Pending(),
            new InReview(payment),
            new Releasing(payment, AMOUNT, new Voided(payment)),
            new Releasing(payment, Money.of(990, "EUR"), declined(payment)),
            new Releasing(payment, AMOUNT, new Failed(FAILURE)),
            new Voided(bare),
            declined(payment),
            new Declined(TestDeclines.bare(), bare),
            new Failed(FAILURE));
    return Stream.concat(common, approved(mode, payment));
  }

  private static Stream<ChargeState> approved(Mode mode, GatewayReference payment) {
    var capture = TestReferences.full();
    return switch (mode) {
      case SALE -> {
        var sale = new Captured(payment, payment, AMOUNT);
        yield Stream.of(sale, new Voiding(sale));
      }
      case AUTHORIZATION -> {
        var part = new Captured(payment, capture, Money.of(1000, "EUR"));
        yield Stream.of(
            new Authorized(payment),
            new Capturing(payment, Money.of(1, "EUR")),
            new Capturing(payment, AMOUNT),
            new Voiding(new Authorized(payment)),
            part,
            new Voiding(part));
      }
    };
  }

  private static Declined declined(GatewayReference payment) {
    return new Declined(TestDeclines.full(), payment);
  }

  private static Charge pending(PaymentMethod method, Mode mode) {
    return Charge.pending(
        ChargeId.next(),
        method.site(),
        method.customer(),
        method.id(),
        method.gateway(),
        AMOUNT,
        mode,
        new Notes("INV-7", "March, \"Daily\"", Map.of("invoice", "7")),
        null,
        MADE);
  }

  private static Charge with(ChargeState state, Charge.Refunds refunds, Charge charge) {
    return new Charge(
        charge.id(),
        charge.site(),
        charge.customer(),
        charge.method(),
        charge.gateway(),
        charge.amount(),
        charge.mode(),
        state,
        refunds,
        charge.needsAttention(),
        charge.notes(),
        charge.renewal(),
        charge.createdAt(),
        charge.updatedAt().plusMillis(1));
  }
}
