package com.pelcro.payments.application.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.charge.ChargeFilter;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.charge.ChargeState;
import com.pelcro.payments.domain.charge.Notes;
import com.pelcro.payments.domain.charge.TestCharges;
import com.pelcro.payments.domain.decline.TestDeclines;
import com.pelcro.payments.domain.gateway.TestReferences;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.TestPaymentMethods;
import com.pelcro.payments.domain.renewal.RenewalAttempt;
import com.pelcro.payments.domain.subscription.Renewal;
import com.pelcro.payments.domain.subscription.RenewalState;
import com.pelcro.payments.domain.subscription.RenewalState.Held;
import com.pelcro.payments.domain.subscription.RenewalState.Retrying;
import com.pelcro.payments.domain.subscription.RenewalState.Scheduled;
import com.pelcro.payments.domain.subscription.RenewalState.Skipped;
import com.pelcro.payments.domain.subscription.RenewalState.Unpaid;
import com.pelcro.payments.domain.subscription.RenewalState.WaitingForPaymentMethod;
import com.pelcro.payments.domain.subscription.Subscription;
import com.pelcro.payments.domain.subscription.TestSubscriptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [Renewals] keeps to.
public abstract class RenewalsContract {

  private static final Instant TIME = TestSubscriptions.MADE.plusSeconds(60);

  /// What a test clock may show when it is still TIME.
  private static final Instant FAR = TIME.plus(Duration.ofDays(900));

  protected abstract Storage storage();

  private Subscription subscribed(Scene scene) {
    var subscription = TestSubscriptions.bare(scene.method());
    storage().subscriptions().add(subscription);
    return subscription;
  }

  @CanIgnoreReturnValue
  private Renewal added(Renewal renewal) {
    storage().renewals().add(renewal);
    return renewal;
  }

  private Renewal due(Scene scene) {
    return added(TestSubscriptions.renewal(subscribed(scene), 0, TIME));
  }

  private static Renewal priced(Renewal renewal, PaymentMethod method) {
    return renewal.frozen(new Renewal.Price(TestCharges.AMOUNT, method.id()), TIME);
  }

  @CanIgnoreReturnValue
  private Charge attempt(Renewal renewal, PaymentMethod method, int number) {
    var charge =
        Charge.pending(
            ChargeId.next(),
            method.site(),
            method.customer(),
            method.id(),
            method.gateway(),
            TestCharges.AMOUNT,
            Charge.Mode.SALE,
            Notes.NONE,
            new RenewalAttempt(
                renewal.subscription(), renewal.id(), number, FAR.plusSeconds(number)),
            TIME.plusSeconds(number));
    storage().charges().add(charge);
    return charge;
  }

  private Charge declined(Charge charge) {
    var state = new ChargeState.Declined(TestDeclines.full(), TestReferences.full());
    return moved(TestCharges.in(state, charge));
  }

  private Charge moved(Charge charge) {
    storage()
        .run(
            () -> {
              assertThat(storage().charges().lock(charge.site(), charge.id())).isPresent();
              storage().charges().update(charge);
            });
    return charge;
  }

  @Test
  void a_renewal_comes_back_in_every_state() {
    var scene = Scene.in(storage());
    var bare = due(scene);
    assertThat(storage().renewals().find(scene.id(), bare.id())).contains(bare);
    var renewal = priced(bare, scene.method());
    var charge = attempt(renewal, scene.method(), 1);
    var asked = renewal.processing(charge.id(), TIME);
    var states =
        List.<RenewalState>of(
            new Scheduled(null),
            new Scheduled(TIME),
            new Retrying(TIME),
            new WaitingForPaymentMethod(TIME),
            new Held(null),
            new Held(TIME.plusSeconds(60)),
            new Unpaid(),
            new Skipped());
    comesBack(asked);
    comesBack(asked.paid(charge.id(), TIME));
    states.forEach(state -> comesBack(asked.declined(state, TIME)));
  }

  private void comesBack(Renewal renewal) {
    storage().renewals().update(renewal);
    assertThat(storage().renewals().find(renewal.site(), renewal.id())).contains(renewal);
  }

  @Test
  void a_period_has_one_renewal() {
    var subscription = subscribed(Scene.in(storage()));
    added(TestSubscriptions.renewal(subscription, 0, TIME));
    assertThatThrownBy(() -> added(TestSubscriptions.renewal(subscription, 0, null)))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void the_latest_is_that_of_the_last_period() {
    var scene = Scene.in(storage());
    var subscription = subscribed(scene);
    var second = added(TestSubscriptions.renewal(subscription, 1, null));
    var first = added(TestSubscriptions.renewal(subscription, 0, null));
    assertThat(storage().renewals().latest(scene.id(), subscription.id())).contains(second);
    assertThat(
            storage().renewals().list(scene.id(), subscription.id(), new Window(10, null)).rows())
        .containsExactlyInAnyOrder(first, second);
  }

  @Test
  void a_charge_remembers_which_attempt_it_is() {
    var scene = Scene.in(storage());
    var renewal = due(scene);
    var first = declined(attempt(renewal, scene.method(), 1));
    var second = attempt(renewal, scene.method(), 2);
    assertThat(storage().renewals().attempts(scene.id(), renewal.id()))
        .containsExactly(first, second);
  }

  @Test
  void a_period_has_one_open_or_paid_charge() {
    var scene = Scene.in(storage());
    var renewal = due(scene);
    var open = attempt(renewal, scene.method(), 1);
    assertThatThrownBy(() -> attempt(renewal, scene.method(), 2))
        .isInstanceOf(RuntimeException.class);
    var payment = TestReferences.full();
    var taken = new ChargeState.Captured(payment, payment, TestCharges.AMOUNT);
    var _ = moved(TestCharges.in(taken, open));
    assertThatThrownBy(() -> attempt(renewal, scene.method(), 2))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void a_charge_that_came_to_nothing_makes_room_for_the_next_and_never_takes_it_back() {
    var scene = Scene.in(storage());
    var renewal = due(scene);
    var first = declined(attempt(renewal, scene.method(), 1));
    var second = attempt(renewal, scene.method(), 2);
    var _ = moved(TestCharges.in(new ChargeState.Failed(TestCharges.FAILURE), second));
    var third = attempt(renewal, scene.method(), 3);
    var _ = moved(TestCharges.in(new ChargeState.Voided(TestReferences.full()), third));
    var _ = attempt(renewal, scene.method(), 4);
    assertThatThrownBy(() -> moved(TestCharges.in(new ChargeState.Pending(), first)))
        .isInstanceOf(RuntimeException.class);
    assertThat(storage().charges().find(scene.id(), first.id())).contains(first);
  }

  @Test
  void what_is_rolled_back_never_was() {
    var scene = Scene.in(storage());
    var subscription = subscribed(scene);
    var stays = added(TestSubscriptions.renewal(subscription, 0, TIME));
    var goes = TestSubscriptions.renewal(subscription, 1, TIME);
    assertThatThrownBy(
            () ->
                storage()
                    .run(
                        () -> {
                          storage().renewals().update(stays.in(new Held(null), TIME));
                          added(goes);
                          throw new IllegalStateException("stopped in the middle");
                        }))
        .hasMessage("stopped in the middle");
    assertThat(storage().renewals().find(scene.id(), stays.id())).contains(stays);
    assertThat(storage().renewals().find(scene.id(), goes.id())).isEmpty();
  }

  @Test
  void what_was_declined_without_a_renewal_or_on_another_card_does_not_count() {
    var scene = Scene.in(storage());
    var bare = TestPaymentMethods.bare(scene.id(), scene.customer().id());
    var other = TestPaymentMethods.bare(scene.id(), scene.customer().id());
    storage().paymentMethods().add(bare);
    storage().paymentMethods().add(other);
    var _ = declined(scene.added(TestCharges.pendingSale(bare)));
    var _ = declined(attempt(due(scene), other, 1));
    var _ = declined(attempt(due(scene), scene.method(), 1));
    assertThat(storage().renewals().declines(scene.id(), bare.id(), Instant.EPOCH)).isEmpty();
    var _ = declined(attempt(due(scene), bare, 1));
    assertThat(storage().renewals().declines(scene.id(), bare.id(), Instant.EPOCH))
        .containsExactly(FAR.plusSeconds(1));
  }

  @Test
  void the_charges_of_a_subscription_are_found_by_it() {
    var scene = Scene.in(storage());
    var renewal = due(scene);
    var other = due(scene);
    var charge = attempt(renewal, scene.method(), 1);
    var _ = attempt(other, scene.method(), 1);
    var filter = new ChargeFilter(null, renewal.subscription(), null, null, null, null);
    assertThat(storage().charges().list(scene.id(), filter, new Window(10, null)).rows())
        .containsExactly(charge);
  }

  @Test
  void an_attempt_is_made_once() {
    var scene = Scene.in(storage());
    var renewal = due(scene);
    var _ = declined(attempt(renewal, scene.method(), 1));
    assertThatThrownBy(() -> attempt(renewal, scene.method(), 1))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void declines_are_counted_per_card_over_all_subscriptions_and_names_it_is_on_file_under() {
    var scene = Scene.in(storage());
    var twin = TestPaymentMethods.active(scene.id(), null);
    storage().paymentMethods().add(twin);
    var _ = declined(attempt(due(scene), scene.method(), 1));
    var _ = declined(attempt(due(scene), twin, 2));
    attempt(due(scene), scene.method(), 3);
    var other = Scene.in(storage());
    var _ = declined(attempt(due(other), other.method(), 1));
    assertThat(storage().renewals().declines(scene.id(), scene.method().id(), Instant.EPOCH))
        .containsExactly(FAR.plusSeconds(1), FAR.plusSeconds(2));
    assertThat(storage().renewals().declines(scene.id(), scene.method().id(), FAR.plusSeconds(1)))
        .containsExactly(FAR.plusSeconds(2));
  }
}
