package com.pelcro.payments.application.report;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.pelcro.payments.application.Scene;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.Charge.Mode;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.charge.ChargeState;
import com.pelcro.payments.domain.charge.Notes;
import com.pelcro.payments.domain.charge.TestCharges;
import com.pelcro.payments.domain.decline.TestDeclines;
import com.pelcro.payments.domain.gateway.TestReferences;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.refund.RefundId;
import com.pelcro.payments.domain.refund.TestRefunds;
import com.pelcro.payments.domain.renewal.RenewalAttempt;
import com.pelcro.payments.domain.subscription.Renewal;
import com.pelcro.payments.domain.subscription.RenewalState;
import com.pelcro.payments.domain.subscription.Subscription;
import com.pelcro.payments.domain.subscription.TestSubscriptions;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A site with things to report: what is made here is stored.
record ReportScene(Scene scene) {

  @CanIgnoreReturnValue
  Charge charged(PaymentMethod method, Money amount, String at) {
    return charged(method, amount, at, null);
  }

  @CanIgnoreReturnValue
  Charge charged(PaymentMethod method, Money amount, String at, @Nullable RenewalAttempt attempt) {
    return scene.added(
        Charge.pending(
            ChargeId.next(),
            method.site(),
            method.customer(),
            method.id(),
            method.gateway(),
            amount,
            Mode.SALE,
            new Notes("INV-1", null, Map.of()),
            attempt,
            Instant.parse(at)));
  }

  Charge moved(ChargeState state, Charge charge) {
    var changed = TestCharges.in(state, charge);
    return scene
        .storage()
        .commit(
            () -> {
              var _ = scene.storage().charges().lock(charge.site(), charge.id());
              scene.storage().charges().update(changed);
              return changed;
            });
  }

  @CanIgnoreReturnValue
  Charge captured(Charge charge) {
    var payment = TestReferences.full();
    return moved(new ChargeState.Captured(payment, payment, charge.amount()), charge);
  }

  @CanIgnoreReturnValue
  Charge declined(Charge charge) {
    return moved(new ChargeState.Declined(TestDeclines.full(), TestReferences.full()), charge);
  }

  Subscription subscribed(Subscription subscription) {
    scene.storage().subscriptions().add(subscription);
    return subscription;
  }

  @CanIgnoreReturnValue
  Renewal added(Subscription of, int index, @Nullable String due) {
    var renewal = TestSubscriptions.renewal(of, index, due == null ? null : Instant.parse(due));
    scene.storage().renewals().add(renewal);
    return renewal;
  }

  @CanIgnoreReturnValue
  Renewal ended(Renewal renewal, RenewalState state, int attempts) {
    var asked =
        new Renewal(
            renewal.id(),
            renewal.site(),
            renewal.subscription(),
            renewal.period(),
            attempts == 0 ? null : new Renewal.Price(TestCharges.AMOUNT, scene.method().id()),
            state,
            attempts,
            0,
            renewal.updatedAt());
    scene.storage().renewals().update(asked);
    return asked;
  }

  RenewalState.Paid paid(Renewal renewal) {
    var charge =
        charged(
            scene.method(),
            TestCharges.AMOUNT,
            "2026-03-05T12:00:00Z",
            new RenewalAttempt(renewal.subscription(), renewal.id(), 1, renewal.period().start()));
    return new RenewalState.Paid(captured(charge).id());
  }

  void reserve(ChargeId charge, long minorUnits) {
    scene
        .storage()
        .run(
            () -> {
              var _ = scene.reserve(charge, minorUnits);
            });
  }

  void fail(ChargeId charge, RefundId refund) {
    var storage = scene.storage();
    storage.run(
        () -> {
          var failed = storage.refunds().lock(scene.id(), refund).orElseThrow();
          var locked = storage.charges().lock(scene.id(), charge).orElseThrow();
          var nothing = Money.zero(locked.amount().currency());
          storage.refunds().update(TestRefunds.failed(failed));
          storage.charges().update(TestCharges.with(new Charge.Refunds(nothing, nothing), locked));
        });
  }
}
