package com.pelcro.payments.persistence.invariant;

import static com.pelcro.payments.application.invariant.Invariant.RENEWALS_PAID_ONCE;
import static com.pelcro.payments.application.invariant.Invariant.SUBSCRIPTIONS_GO_ON;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.invariant.Invariant;
import com.pelcro.payments.application.invariant.Violation;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.charge.ChargeState;
import com.pelcro.payments.domain.charge.ChargeState.Captured;
import com.pelcro.payments.domain.charge.ChargeState.Declined;
import com.pelcro.payments.domain.charge.ChargeState.Releasing;
import com.pelcro.payments.domain.charge.ChargeState.Voided;
import com.pelcro.payments.domain.charge.ChargeState.Voiding;
import com.pelcro.payments.domain.charge.Notes;
import com.pelcro.payments.domain.charge.TestCharges;
import com.pelcro.payments.domain.decline.TestDeclines;
import com.pelcro.payments.domain.gateway.TestReferences;
import com.pelcro.payments.domain.renewal.RenewalAttempt;
import com.pelcro.payments.domain.subscription.Renewal;
import com.pelcro.payments.domain.subscription.RenewalState;
import com.pelcro.payments.domain.subscription.RenewalState.Held;
import com.pelcro.payments.domain.subscription.RenewalState.Retrying;
import com.pelcro.payments.domain.subscription.RenewalState.Skipped;
import com.pelcro.payments.domain.subscription.RenewalState.Unpaid;
import com.pelcro.payments.domain.subscription.RenewalState.WaitingForPaymentMethod;
import com.pelcro.payments.domain.subscription.Subscription;
import com.pelcro.payments.domain.subscription.SubscriptionState;
import com.pelcro.payments.domain.subscription.SubscriptionState.Active;
import com.pelcro.payments.domain.subscription.SubscriptionState.Canceled;
import com.pelcro.payments.domain.subscription.SubscriptionState.Ended;
import com.pelcro.payments.domain.subscription.SubscriptionState.Incomplete;
import com.pelcro.payments.domain.subscription.SubscriptionState.PastDue;
import com.pelcro.payments.domain.subscription.SubscriptionState.Paused;
import com.pelcro.payments.domain.subscription.TestSubscriptions;
import com.pelcro.payments.persistence.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What has to be true of subscriptions is missed as soon as it is not, and not before.
final class SubscriptionViolationsTest {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Instant NOW = TestSubscriptions.MADE;
  private static final int MANY = 5;

  /// So few rows at a time that every test goes through several parts.
  private final JdbiViolations violations = new JdbiViolations(DATABASE.database(), 2);

  private final Scene scene = Scene.in(DATABASE.storage());

  private static Storage storage() {
    return DATABASE.storage();
  }

  @BeforeEach
  void fill() {
    for (int number = 0; number < MANY; number++) {
      var _ = paid();
    }
  }

  private Subscription subscribed(SubscriptionState state) {
    var subscription = TestSubscriptions.in(state, null, TestSubscriptions.bare(scene.method()));
    storage().subscriptions().add(subscription);
    return subscription;
  }

  private Renewal added(Renewal renewal) {
    storage().renewals().add(renewal);
    return renewal;
  }

  /// A subscription in this state whose only renewal is in that one.
  private Subscription with(SubscriptionState state, RenewalState renewal) {
    var subscription = subscribed(state);
    var _ = added(priced(subscription, 0).in(renewal, NOW));
    return subscription;
  }

  private Renewal priced(Subscription subscription, int index) {
    var price = new Renewal.Price(TestCharges.AMOUNT, scene.method().id());
    return TestSubscriptions.renewal(subscription, index, NOW).frozen(price, NOW);
  }

  /// The first period paid, the next to come.
  private Renewal paid() {
    var subscription = subscribed(new Active());
    var _ = added(TestSubscriptions.renewal(subscription, 1, NOW));
    var due = added(priced(subscription, 0));
    var charge = charged(due, captured());
    var paid = due.processing(charge.id(), NOW).paid(charge.id(), NOW);
    storage().renewals().update(paid);
    return paid;
  }

  private static Captured captured() {
    var payment = TestReferences.full();
    return new Captured(payment, payment, TestCharges.AMOUNT);
  }

  private Charge charged(Renewal renewal, ChargeState state) {
    var number = storage().renewals().attempts(scene.id(), renewal.id()).size() + 1;
    return scene.added(
        TestCharges.in(
            state,
            Charge.pending(
                ChargeId.next(),
                scene.id(),
                scene.customer().id(),
                scene.method().id(),
                scene.method().gateway(),
                TestCharges.AMOUNT,
                Charge.Mode.SALE,
                Notes.NONE,
                new RenewalAttempt(renewal.subscription(), renewal.id(), number, NOW),
                NOW)));
  }

  private void becomes(Renewal paid, ChargeState state) {
    var charge = storage().renewals().attempts(scene.id(), paid.id()).getFirst();
    storage()
        .run(
            () -> {
              var locked = storage().charges().lock(scene.id(), charge.id()).orElseThrow();
              storage().charges().update(TestCharges.in(state, locked));
            });
  }

  @Test
  void a_period_whose_money_was_voided_later_stays_paid() {
    var payment = TestReferences.full();
    becomes(paid(), new Voiding(captured()));
    becomes(paid(), new Releasing(payment, TestCharges.AMOUNT, new Voided(payment)));
    becomes(paid(), new Voided(payment));
    assertThat(found(RENEWALS_PAID_ONCE)).isEmpty();
  }

  @Test
  void a_period_tried_in_vain_before_it_was_paid_is_paid_once() {
    var subscription = subscribed(new Active());
    var _ = added(TestSubscriptions.renewal(subscription, 1, NOW));
    var due = added(priced(subscription, 0));
    var declined = new Declined(TestDeclines.bare(), TestReferences.full());
    var _ = charged(due, declined);
    var second = charged(due, captured());
    storage().renewals().update(due.processing(second.id(), NOW).paid(second.id(), NOW));
    assertThat(found(RENEWALS_PAID_ONCE)).isEmpty();
    assertThat(found(SUBSCRIPTIONS_GO_ON)).isEmpty();
  }

  @Test
  void a_period_paid_twice_is_found() throws SQLException {
    var index =
        DATABASE.run(
            "SELECT indexdef FROM pg_indexes"
                + " WHERE indexname = 'one_open_or_paid_charge_per_renewal'");
    DATABASE.run("DROP INDEX one_open_or_paid_charge_per_renewal");
    var twice = paid();
    var second = charged(twice, captured());
    assertThat(found(RENEWALS_PAID_ONCE)).containsExactly(twice.id().value());
    DATABASE.run("DELETE FROM charges WHERE charge_id = '" + second.id() + "'");
    DATABASE.run(index.getFirst());
  }

  @Test
  void a_period_paid_by_what_took_no_money_is_found() {
    var declined = paid();
    becomes(declined, new Declined(TestDeclines.bare(), TestReferences.full()));
    assertThat(found(RENEWALS_PAID_ONCE)).containsExactly(declined.id().value());
  }

  @Test
  void a_period_paid_by_anothers_charge_is_found() throws SQLException {
    var wrong = paid();
    var foreign = scene.captured();
    DATABASE.run(
        "UPDATE renewals SET charge_id = '"
            + foreign.id()
            + "' WHERE renewal_id = '"
            + wrong.id()
            + "'");
    assertThat(found(RENEWALS_PAID_ONCE)).containsExactly(wrong.id().value());
  }

  @Test
  void a_subscription_goes_on_in_whatever_way_its_period_does() {
    for (var goingOn :
        List.<RenewalState>of(
            new RenewalState.Scheduled(NOW),
            new Retrying(NOW),
            new WaitingForPaymentMethod(NOW),
            new Held(null))) {
      var _ = with(new PastDue(), goingOn);
    }
    var processing = subscribed(new Incomplete(NOW));
    var due = added(priced(processing, 0));
    var charge = charged(due, new ChargeState.Pending());
    storage().renewals().update(due.processing(charge.id(), NOW));
    assertThat(found(SUBSCRIPTIONS_GO_ON)).isEmpty();
  }

  @Test
  void what_is_over_paused_or_asked_for_need_not_go_on() {
    var _ = with(new Canceled(NOW), new Skipped());
    var _ = with(new Ended(NOW), new Skipped());
    var _ = with(new Paused(), new RenewalState.Scheduled(null));
    var onRequest = TestSubscriptions.full(scene.method());
    storage().subscriptions().add(onRequest);
    var _ = added(TestSubscriptions.renewal(onRequest, 0, null));
    assertThat(found(SUBSCRIPTIONS_GO_ON)).isEmpty();
  }

  @Test
  void a_subscription_that_stands_still_is_found() {
    var bare = subscribed(new Active());
    var givenUp = with(new PastDue(), new Unpaid());
    var asleep = with(new Active(), new RenewalState.Scheduled(null));
    assertThat(found(SUBSCRIPTIONS_GO_ON))
        .containsExactlyInAnyOrder(bare.id().value(), givenUp.id().value(), asleep.id().value());
  }

  @Test
  void a_subscription_that_collects_two_periods_at_once_is_found() {
    var twice = with(new PastDue(), new Retrying(NOW));
    var _ = added(TestSubscriptions.renewal(twice, 1, NOW));
    assertThat(found(SUBSCRIPTIONS_GO_ON)).containsExactly(twice.id().value());
  }

  @Test
  void another_sites_subscriptions_are_its_own() {
    var _ = subscribed(new Active());
    var other = Scene.in(storage());
    assertThat(violations.find(other.id(), SUBSCRIPTIONS_GO_ON, 10)).isEmpty();
  }

  private List<String> found(Invariant invariant) {
    return violations.find(scene.id(), invariant, 100).stream().map(Violation::object).toList();
  }
}
