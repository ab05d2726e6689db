package com.pelcro.payments.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.renewal.TestClocks.TestClock;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.charge.ChargeState.Declined;
import com.pelcro.payments.domain.charge.ChargeState.Failed;
import com.pelcro.payments.domain.charge.Notes;
import com.pelcro.payments.domain.charge.TestCharges;
import com.pelcro.payments.domain.decline.TestDeclines;
import com.pelcro.payments.domain.gateway.TestReferences;
import com.pelcro.payments.domain.renewal.DunningPolicy;
import com.pelcro.payments.domain.renewal.RenewalAttempt;
import com.pelcro.payments.domain.renewal.RenewalId;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.subscription.Renewal;
import com.pelcro.payments.domain.subscription.RenewalState.Retrying;
import com.pelcro.payments.domain.subscription.Subscription;
import com.pelcro.payments.domain.subscription.TestSubscriptions;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The tables refuse rows that break a rule about subscriptions, whoever writes them.
final class BrokenSubscriptionsTest {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private final Scene scene = Scene.in(DATABASE.storage());
  private final Subscription subscription = TestSubscriptions.bare(scene.method());
  private final Renewal renewal =
      TestSubscriptions.renewal(subscription, 0, TestSubscriptions.MADE);

  private static Storage storage() {
    return DATABASE.storage();
  }

  private void store() {
    storage().subscriptions().add(subscription);
    storage().renewals().add(renewal);
  }

  private Renewal priced() {
    var price = new Renewal.Price(TestCharges.AMOUNT, scene.method().id());
    return renewal.frozen(price, TestSubscriptions.MADE);
  }

  private Charge pending(RenewalId of, int number) {
    return Charge.pending(
        ChargeId.next(),
        scene.id(),
        scene.customer().id(),
        scene.method().id(),
        scene.method().gateway(),
        TestCharges.AMOUNT,
        Charge.Mode.SALE,
        Notes.NONE,
        new RenewalAttempt(SubscriptionId.next(), of, number, TestCharges.MADE),
        TestCharges.MADE);
  }

  @Test
  void a_subscription_stays_within_what_was_agreed_to() {
    store();
    refused(
        "UPDATE subscriptions SET %s WHERE subscription_id = '" + subscription.id() + "'",
        Map.of(
            "amount = 0", "subscriptions_amount_check",
            "agreed_amount = 0", "subscriptions_agreed_amount_check",
            "total_periods = 0", "subscriptions_total_periods_check",
            "current_index = -2", "subscriptions_current_index_check",
            "failed_attempts = -1", "subscriptions_failed_attempts_check",
            "collection = 'sometimes'", "subscriptions_collection_check",
            "interval_unit = 'hour'", "subscriptions_interval_unit_check"));
    assertThat(storage().subscriptions().find(scene.id(), subscription.id()))
        .contains(subscription);
  }

  @Test
  void a_period_lasts_three_years_at_most() {
    store();
    var longest = Map.of("day", 1095, "week", 156, "month", 36, "year", 3);
    longest.forEach(
        (unit, most) ->
            refused(
                "UPDATE subscriptions SET interval_unit = '"
                    + unit
                    + "', interval_count = %s WHERE subscription_id = '"
                    + subscription.id()
                    + "'",
                Map.of(
                    Integer.toString(most + 1),
                    "a_period_lasts_three_years_at_most",
                    "0",
                    "a_period_lasts_three_years_at_most")));
  }

  @Test
  void a_subscription_does_not_reach_a_status_without_its_time() {
    store();
    refused(
        "UPDATE subscriptions SET %s WHERE subscription_id = '" + subscription.id() + "'",
        Map.of(
            "status = 'lost'", "subscriptions_status_check",
            "status = 'incomplete'", "what_is_incomplete_is_given_up_some_time",
            "incomplete_until = now()", "what_is_incomplete_is_given_up_some_time",
            "status = 'canceled'", "what_is_over_is_over_since_some_time",
            "status = 'ended'", "what_is_over_is_over_since_some_time",
            "over_at = now()", "what_is_over_is_over_since_some_time"));
  }

  @Test
  void a_renewal_stays_within_its_period_and_its_state() {
    store();
    refused(
        "UPDATE renewals SET %s WHERE renewal_id = '" + renewal.id() + "'",
        Map.of(
            "period_index = -1", "renewals_period_index_check",
            "period_end = period_start", "renewals_check",
            "state = 'lost'", "renewals_state_check",
            "state = 'unpaid'", "what_is_due_is_due_some_time",
            "state = 'retrying', due_at = NULL, wake_at = NULL", "what_is_due_is_due_some_time",
            "wake_at = NULL", "what_is_due_is_in_the_queue",
            "due_at = NULL", "what_is_due_is_in_the_queue",
            "state = 'processing', due_at = NULL, wake_at = NULL", "what_is_asked_has_its_charge"));
    refused(
        "UPDATE renewals SET %s WHERE renewal_id = '" + renewal.id() + "'",
        Map.of(
            "amount = 1",
            "a_price_is_whole",
            "amount = 0, currency = 'EUR', payment_method_id = '" + scene.method().id() + "'",
            "renewals_amount_check",
            "attempts = 1",
            "what_was_asked_has_its_price",
            "attempts = -1",
            "renewals_attempts_check",
            "strikes = 1",
            "renewals_check"));
    assertThat(storage().renewals().find(scene.id(), renewal.id())).contains(renewal);
  }

  @Test
  void a_renewal_is_not_paid_by_nothing() {
    store();
    var charge = scene.captured();
    storage().renewals().update(priced().processing(charge.id(), TestSubscriptions.MADE));
    refused(
        "UPDATE renewals SET %s WHERE renewal_id = '" + renewal.id() + "'",
        Map.of(
            "charge_id = NULL", "what_is_asked_has_its_charge",
            "state = 'paid', charge_id = NULL", "what_is_asked_has_its_charge",
            "state = 'held'", "what_is_asked_has_its_charge",
            "attempts = 0", "what_was_asked_has_its_price",
            "amount = NULL, currency = NULL, payment_method_id = NULL",
                "what_was_asked_has_its_price"));
  }

  @Test
  void a_period_is_collected_by_one_renewal() {
    store();
    var second = TestSubscriptions.renewal(subscription, 1, null);
    storage().renewals().add(second);
    refused(
        "UPDATE renewals SET period_index = %s WHERE renewal_id = '" + second.id() + "'",
        Map.of("0", "one_renewal_per_period"));
  }

  @Test
  void a_period_is_neither_paid_nor_asked_for_twice() {
    store();
    storage().charges().add(pending(renewal.id(), 1));
    var declined = new Declined(TestDeclines.bare(), TestReferences.full());
    var second = TestCharges.in(declined, pending(renewal.id(), 2));
    var third = TestCharges.in(new Failed(TestCharges.FAILURE), pending(renewal.id(), 3));
    storage().charges().add(second);
    storage().charges().add(third);
    var reopened =
        "state = 'pending', status = 'pending', failure_code = NULL, failure_detail = NULL";
    refused(
        "UPDATE charges SET %s WHERE charge_id = '" + third.id() + "'",
        Map.of(
            reopened,
            "one_open_or_paid_charge_per_renewal",
            "attempt = 2",
            "an_attempt_is_made_once",
            "attempt = 0",
            "charges_attempt_check",
            "attempt = NULL",
            "an_attempt_is_of_a_renewal",
            "renewal_id = NULL",
            "an_attempt_is_of_a_renewal"));
    refused(
        "INSERT INTO charges SELECT (jsonb_populate_record(c, '{%s}')).* FROM charges c"
            + " WHERE renewal_id = '"
            + renewal.id()
            + "' AND attempt = 1",
        Map.of(
            "\"charge_id\": \"" + ChargeId.next() + "\", \"attempt\": 7",
            "one_open_or_paid_charge_per_renewal"));
  }

  @Test
  void a_charge_collects_a_renewal_that_is_there_when_the_transaction_ends() {
    assertThatThrownBy(() -> storage().charges().add(pending(RenewalId.next(), 1)))
        .hasStackTraceContaining("violates foreign key constraint");
    storage()
        .run(
            () -> {
              storage().charges().add(pending(renewal.id(), 1));
              store();
            });
    assertThat(storage().renewals().attempts(scene.id(), renewal.id())).hasSize(1);
  }

  @Test
  void a_subscription_of_one_site_has_nothing_of_another() {
    store();
    var other = Scene.in(storage());
    var foreign = other.captured();
    refused(
        "UPDATE subscriptions SET %s WHERE subscription_id = '" + subscription.id() + "'",
        Map.of(
            "customer_id = '" + other.customer().id() + "'", "foreign key",
            "payment_method_id = '" + other.method().id() + "'", "foreign key",
            "latest_charge_id = '" + foreign.id() + "'", "foreign key"));
    storage()
        .renewals()
        .update(priced().in(new Retrying(TestSubscriptions.MADE), TestSubscriptions.MADE));
    refused(
        "UPDATE renewals SET %s WHERE renewal_id = '" + renewal.id() + "'",
        Map.of("payment_method_id = '" + other.method().id() + "'", "foreign key"));
    refused(
        "UPDATE charges SET attempt = 1, attempted_at = now(), renewal_id = '%s' WHERE charge_id ="
            + " '"
            + foreign.id()
            + "'",
        Map.of(renewal.id().value(), "foreign key"));
  }

  @Test
  void a_policy_tries_a_card_once_at_least_and_again_only_later() {
    storage().dunningPolicies().put(scene.id(), DunningPolicy.USUAL);
    refused(
        "UPDATE dunning_policies SET %s WHERE site_id = '" + scene.id() + "'",
        Map.of(
            "retry_after_seconds = '{86400,0}'", "a_retry_comes_later",
            "retry_after_seconds = '{NULL}'", "a_retry_comes_later",
            "final_action = 'forgive'", "dunning_policies_final_action_check",
            "default_card_cap = 0", "a_card_can_be_tried_once",
            "card_caps = '{\"visa\": \"0\"}'", "a_card_can_be_tried_once",
            "card_caps = '{\"visa\": \"15\", \"jcb\": \"many\"}'", "a_card_can_be_tried_once",
            "card_caps = '{\"visa\": 15}'", "a_card_can_be_tried_once"));
    assertThat(storage().dunningPolicies().of(scene.id())).isEqualTo(DunningPolicy.USUAL);
  }

  @Test
  void a_test_clock_is_not_behind_where_it_has_to_be() {
    var now = TestSubscriptions.MADE;
    storage().testClocks().put(new TestClock(scene.id(), now, now));
    refused(
        "UPDATE test_clocks SET target = %s WHERE site_id = '" + scene.id() + "'",
        Map.of("now - interval '1 second'", "test_clocks_check"));
  }

  private static void refused(String sql, Map<String, String> constraints) {
    constraints.forEach(
        (change, constraint) ->
            assertThatThrownBy(() -> DATABASE.run(sql.formatted(change)))
                .as(change)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(constraint));
  }
}
