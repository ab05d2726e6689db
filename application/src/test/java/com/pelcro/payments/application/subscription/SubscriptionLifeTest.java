package com.pelcro.payments.application.subscription;

import static com.pelcro.payments.application.Outcomes.created;
import static com.pelcro.payments.application.Outcomes.done;
import static com.pelcro.payments.application.Outcomes.refusal;
import static com.pelcro.payments.application.Outcomes.repeated;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Refusal.InvalidFields;
import com.pelcro.payments.application.Refusal.InvalidState;
import com.pelcro.payments.application.charge.PaidWith;
import com.pelcro.payments.application.charge.PaidWith.Keeping;
import com.pelcro.payments.application.subscription.CancelSubscription.When;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.gateway.Trouble;
import com.pelcro.payments.domain.renewal.DunningPolicy.FinalAction;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.IntegrationStatus;
import com.pelcro.payments.domain.subscription.BillingTerms.Collection;
import com.pelcro.payments.domain.subscription.Renewal;
import com.pelcro.payments.domain.subscription.RenewalState.Held;
import com.pelcro.payments.domain.subscription.RenewalState.Paid;
import com.pelcro.payments.domain.subscription.RenewalState.Processing;
import com.pelcro.payments.domain.subscription.RenewalState.Retrying;
import com.pelcro.payments.domain.subscription.RenewalState.Scheduled;
import com.pelcro.payments.domain.subscription.RenewalState.Skipped;
import com.pelcro.payments.domain.subscription.RenewalState.Unpaid;
import com.pelcro.payments.domain.subscription.RenewalState.WaitingForPaymentMethod;
import com.pelcro.payments.domain.subscription.Subscription;
import com.pelcro.payments.domain.subscription.SubscriptionState.Active;
import com.pelcro.payments.domain.subscription.SubscriptionState.Canceled;
import com.pelcro.payments.domain.subscription.SubscriptionState.Ended;
import com.pelcro.payments.domain.subscription.SubscriptionState.Incomplete;
import com.pelcro.payments.domain.subscription.SubscriptionState.PastDue;
import com.pelcro.payments.domain.subscription.SubscriptionState.Paused;
import com.pelcro.payments.domain.subscription.SubscriptionState.Trialing;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// What becomes of subscriptions, with time passing.
class SubscriptionLifeTest {

  private static final Duration MONTH = Duration.ofDays(31);
  private static final Duration DAY = Duration.ofDays(1);

  private final Subscribing life = new Subscribing();

  @Test
  void the_first_period_is_charged_for_at_once() {
    var subscription = life.started();
    assertThat(subscription.state()).isEqualTo(new Active());
    assertThat(subscription.latestCharge()).isNotNull();
    assertThat(life.taken()).isEqualTo(Subscribing.PRICE);
    assertThat(life.shop.told())
        .endsWith(
            "charge.pending", "subscription.created", "charge.captured", "subscription.activated");
  }

  @Test
  void a_repeated_request_starts_one_subscription() {
    var request = life.request(life.saved());
    var first = created(life.start(request));
    assertThat(repeated(life.start(request))).isEqualTo(first);
    assertThat(life.taken()).isEqualTo(Subscribing.PRICE);
  }

  @Test
  void a_card_just_typed_is_kept_for_the_periods_to_come() {
    var typed = new PaidWith.Typed(life.shop.typed(SampleCard.MASTERCARD), Keeping.KEEP);
    var subscription = created(life.start(life.request(typed)));
    assertThat(life.shop.method(subscription.method()).isActive()).isTrue();
    life.pass(MONTH);
    assertThat(life.taken()).isEqualTo(2 * Subscribing.PRICE);
  }

  @Test
  void a_card_just_typed_for_a_trial_is_kept_and_charged_when_it_ends() {
    var typed = new PaidWith.Typed(life.shop.typed(SampleCard.MASTERCARD), Keeping.KEEP);
    var end = life.shop.clock.instant().plus(DAY);
    var request = life.request(typed, null, end, null, Collection.AUTOMATIC);
    var subscription = created(life.start(request));
    assertThat(subscription.state()).isEqualTo(new Trialing());
    assertThat(life.shop.method(subscription.method()).card().network())
        .isEqualTo(CardNetwork.MASTERCARD);
    assertThat(repeated(life.start(request))).isEqualTo(subscription);
    life.pass(DAY.multipliedBy(2));
    assertThat(life.now(subscription).state()).isEqualTo(new Active());
    assertThat(life.taken()).isEqualTo(Subscribing.PRICE);
  }

  @Test
  void a_card_typed_for_dates_in_the_past_is_not_kept() {
    var card = life.shop.typed(SampleCard.MASTERCARD);
    var past = life.shop.clock.instant().minus(DAY);
    var typed = new PaidWith.Typed(card, Keeping.KEEP);
    assertThat(refusal(life.start(life.request(typed, past, null, null, Collection.AUTOMATIC))))
        .isInstanceOf(InvalidFields.class);
    var _ = created(life.start(life.request(typed)));
  }

  @Test
  void a_card_that_was_on_file_already_is_the_subscriptions() {
    var typed = new PaidWith.Typed(life.shop.typed(SampleCard.VISA), Keeping.KEEP);
    assertThat(created(life.start(life.request(typed))).method()).isEqualTo(life.card.id());
  }

  @Test
  void each_period_is_charged_for_once_when_it_begins() {
    var subscription = life.started();
    life.pass(MONTH.multipliedBy(3));
    assertThat(life.taken()).isEqualTo(4 * Subscribing.PRICE);
    assertThat(life.renewals(subscription))
        .extracting(Renewal::state)
        .extracting(state -> (Object) state.getClass())
        .containsExactly(Paid.class, Paid.class, Paid.class, Paid.class, Scheduled.class);
    assertThat(life.shop.told()).contains("subscription.renewed");
  }

  @Test
  void a_declined_start_is_incomplete_and_canceled_after_23_hours() {
    life.shop.gateway.next(new Outcome.Declined(DeclineCode.INSUFFICIENT_FUNDS));
    var subscription = life.started();
    assertThat(subscription.state()).isInstanceOf(Incomplete.class);
    life.pass(Duration.ofHours(22));
    assertThat(life.now(subscription).state()).isInstanceOf(Incomplete.class);
    life.pass(Duration.ofHours(2));
    assertThat(life.now(subscription).state()).isInstanceOf(Canceled.class);
    assertThat(life.taken()).isZero();
    assertThat(life.shop.told()).endsWith("renewal.unpaid", "subscription.canceled");
  }

  @Test
  void a_new_card_completes_a_declined_start() {
    life.shop.gateway.next(new Outcome.Declined(DeclineCode.LOST_OR_STOLEN));
    var subscription = life.started();
    changeCard(subscription);
    life.work();
    assertThat(life.now(subscription).state()).isEqualTo(new Active());
    assertThat(life.taken()).isEqualTo(Subscribing.PRICE);
  }

  private void changeCard(Subscription subscription) {
    var card = life.shop.saved(SampleCard.MASTERCARD).id();
    var request =
        new ChangeSubscription.Request(
            life.shop.id(), subscription.id(), card, null, UnaryOperator.identity());
    var _ = done(life.use.change().change(request));
  }

  @Test
  void the_end_of_a_trial_is_the_first_renewal() {
    var subscription = life.onTrial(Duration.ofDays(14));
    assertThat(subscription.state()).isEqualTo(new Trialing());
    assertThat(life.taken()).isZero();
    life.pass(Duration.ofDays(13));
    assertThat(life.taken()).isZero();
    life.pass(Duration.ofDays(2));
    assertThat(life.now(subscription).state()).isEqualTo(new Active());
    assertThat(life.taken()).isEqualTo(Subscribing.PRICE);
    assertThat(life.shop.told()).endsWith("subscription.activated");
  }

  @Test
  void a_soft_decline_is_tried_again_by_the_policy() {
    var subscription = life.started();
    life.shop.gateway.next(new Outcome.Declined(DeclineCode.INSUFFICIENT_FUNDS));
    life.pass(MONTH);
    assertThat(life.now(subscription).state()).isEqualTo(new PastDue());
    assertThat(life.now(subscription).failedAttempts()).isEqualTo(1);
    assertThat(life.latest(subscription).state()).isInstanceOf(Retrying.class);
    life.pass(DAY.multipliedBy(2));
    assertThat(life.now(subscription).state()).isEqualTo(new Active());
    assertThat(life.taken()).isEqualTo(2 * Subscribing.PRICE);
    assertThat(life.shop.told()).contains("subscription.past_due", "renewal.retry_scheduled");
  }

  @Test
  void when_tries_end_the_final_action_is_taken() {
    for (var action : FinalAction.values()) {
      var fresh = new Subscribing();
      fresh.dunning(action, DAY);
      var subscription = fresh.started();
      fresh.shop.gateway.next(new Outcome.Declined(DeclineCode.INSUFFICIENT_FUNDS));
      fresh.pass(MONTH);
      fresh.shop.gateway.next(new Outcome.Declined(DeclineCode.INSUFFICIENT_FUNDS));
      fresh.pass(DAY.multipliedBy(2));
      assertThat(fresh.renewals(subscription).get(1).state()).isEqualTo(new Unpaid());
      assertThat(fresh.now(subscription).state())
          .isInstanceOf(
              switch (action) {
                case CANCEL -> Canceled.class;
                case PAUSE -> Paused.class;
                case KEEP_PAST_DUE -> PastDue.class;
              });
    }
  }

  @Test
  void a_card_that_will_not_work_waits_for_another_which_is_tried_at_once() {
    var subscription = life.started();
    life.shop.gateway.next(new Outcome.Declined(DeclineCode.ACCOUNT_CLOSED));
    life.pass(MONTH);
    assertThat(life.latest(subscription).state()).isInstanceOf(WaitingForPaymentMethod.class);
    life.pass(DAY.multipliedBy(5));
    assertThat(life.taken()).isEqualTo(Subscribing.PRICE);
    changeCard(subscription);
    life.work();
    assertThat(life.now(subscription).state()).isEqualTo(new Active());
    assertThat(life.taken()).isEqualTo(2 * Subscribing.PRICE);
  }

  @Test
  void what_is_not_the_cards_fault_is_held_for_a_person_and_no_strike() {
    var subscription = life.started();
    life.shop.gateway.next(new Outcome.Declined(DeclineCode.MERCHANT_CONFIGURATION));
    life.pass(MONTH);
    assertThat(life.latest(subscription).state()).isEqualTo(new Held(null));
    assertThat(life.now(subscription).failedAttempts()).isZero();
    assertThat(life.shop.told()).endsWith("renewal.held");
    var _ = created(life.collect(subscription));
    assertThat(life.now(subscription).state()).isEqualTo(new Active());
  }

  @Test
  void an_unreachable_gateway_is_no_strike_and_tried_again_soon() {
    var subscription = life.started();
    life.shop.gateway.refuseNextConnection();
    life.pass(MONTH.plusHours(2));
    assertThat(life.now(subscription).state()).isEqualTo(new Active());
    assertThat(life.renewals(subscription).get(1).strikes()).isZero();
    assertThat(life.renewals(subscription).get(1).attempts()).isEqualTo(2);
  }

  @Test
  void an_open_answer_stops_everything_until_it_is_found() {
    var subscription = life.started();
    life.shop.gateway.next(Trouble.REPLY_LOST);
    life.shop.clock.advance(MONTH);
    life.use.run().claim(10).forEach(life.use.run()::renew);
    assertThat(life.latest(subscription).state()).isInstanceOf(Processing.class);
    assertThat(refusal(life.collect(subscription))).isInstanceOf(InvalidState.class);
    life.pass(Duration.ofHours(1));
    assertThat(life.now(subscription).state()).isEqualTo(new Active());
    assertThat(life.taken()).isEqualTo(2 * Subscribing.PRICE);
  }

  @Test
  void a_lost_request_is_tried_again_when_it_is_proven_absent() {
    var subscription = life.started();
    life.shop.gateway.next(Trouble.REQUEST_LOST);
    life.pass(MONTH.plusHours(3));
    assertThat(life.now(subscription).state()).isEqualTo(new Active());
    assertThat(life.taken()).isEqualTo(2 * Subscribing.PRICE);
  }

  @Test
  void cancel_while_processing_takes_effect_and_the_charge_stands_for_its_period() {
    var subscription = life.started();
    life.shop.gateway.next(Trouble.REPLY_LOST);
    life.shop.clock.advance(MONTH);
    life.use.run().claim(10).forEach(life.use.run()::renew);
    var _ = done(life.use.cancel().cancel(life.shop.id(), subscription.id(), When.NOW));
    life.pass(MONTH.multipliedBy(2));
    assertThat(life.now(subscription).state()).isInstanceOf(Canceled.class);
    assertThat(life.latest(subscription).state()).isInstanceOf(Paid.class);
    assertThat(life.taken()).isEqualTo(2 * Subscribing.PRICE);
  }

  @Test
  void canceled_at_period_end_it_goes_on_until_then() {
    var subscription = life.started();
    var canceling =
        done(life.use.cancel().cancel(life.shop.id(), subscription.id(), When.PERIOD_END));
    assertThat(canceling.state()).isEqualTo(new Active());
    life.pass(MONTH);
    assertThat(life.now(subscription).state()).isInstanceOf(Canceled.class);
    assertThat(life.taken()).isEqualTo(Subscribing.PRICE);
  }

  @Test
  void money_asked_for_a_canceled_subscription_is_refused_and_nothing_is_sent() {
    var subscription = life.started();
    var _ = done(life.use.cancel().cancel(life.shop.id(), subscription.id(), When.NOW));
    assertThat(refusal(life.collect(subscription))).isInstanceOf(InvalidState.class);
    life.pass(MONTH);
    assertThat(life.taken()).isEqualTo(Subscribing.PRICE);
  }

  @Test
  void after_its_last_period_it_has_ended() {
    var subscription =
        created(life.start(life.request(life.saved(), null, null, 2, Collection.AUTOMATIC)));
    life.pass(MONTH);
    assertThat(life.now(subscription).state()).isEqualTo(new Active());
    life.pass(MONTH);
    assertThat(life.now(subscription).state()).isInstanceOf(Ended.class);
    assertThat(life.taken()).isEqualTo(2 * Subscribing.PRICE);
    assertThat(life.shop.told()).endsWith("subscription.ended");
  }

  @Test
  void paused_over_a_due_date_only_the_period_of_the_resumption_is_charged_for() {
    var subscription = life.started();
    var _ = done(life.use.pause().pause(life.shop.id(), subscription.id()));
    life.pass(MONTH.multipliedBy(3));
    assertThat(life.taken()).isEqualTo(Subscribing.PRICE);
    var _ = done(life.use.pause().resume(life.shop.id(), subscription.id()));
    life.work();
    assertThat(life.now(subscription).state()).isEqualTo(new Active());
    assertThat(life.taken()).isEqualTo(2 * Subscribing.PRICE);
    assertThat(life.renewals(subscription))
        .extracting(Renewal::state)
        .anyMatch(Skipped.class::isInstance);
  }

  @Test
  void resumed_within_a_paid_period_nothing_is_charged_until_the_next() {
    var subscription = life.started();
    var _ = done(life.use.pause().pause(life.shop.id(), subscription.id()));
    life.pass(DAY);
    var _ = done(life.use.pause().resume(life.shop.id(), subscription.id()));
    life.pass(DAY);
    assertThat(life.taken()).isEqualTo(Subscribing.PRICE);
    life.pass(MONTH);
    assertThat(life.taken()).isEqualTo(2 * Subscribing.PRICE);
  }

  @Test
  void a_backlog_after_an_outage_charges_the_current_period_once() {
    var subscription = life.started();
    life.shop.clock.advance(MONTH.multipliedBy(3));
    life.work();
    life.work();
    assertThat(life.taken()).isEqualTo(2 * Subscribing.PRICE);
    assertThat(life.now(subscription).state()).isEqualTo(new Active());
  }

  @Test
  void collected_on_request_nothing_is_charged_by_itself() {
    var subscription = life.onRequest();
    life.pass(MONTH);
    assertThat(life.taken()).isEqualTo(Subscribing.PRICE);
    assertThat(created(life.collect(subscription)).state()).isInstanceOf(Paid.class);
    assertThat(life.taken()).isEqualTo(2 * Subscribing.PRICE);
    assertThat(refusal(life.collect(subscription))).isInstanceOf(InvalidState.class);
  }

  @Test
  void paid_by_hand_during_a_retry_the_retry_does_not_happen() {
    var subscription = life.started();
    life.shop.gateway.next(new Outcome.Declined(DeclineCode.INSUFFICIENT_FUNDS));
    life.pass(MONTH);
    assertThat(created(life.collect(subscription)).state()).isInstanceOf(Paid.class);
    life.pass(DAY.multipliedBy(10));
    assertThat(life.taken()).isEqualTo(2 * Subscribing.PRICE);
  }

  @Test
  void a_repeated_collection_is_one() {
    var subscription = life.onRequest();
    life.pass(MONTH);
    var intent = life.shop.intent();
    var first = created(life.use.collect().collect(intent, subscription.id()));
    assertThat(repeated(life.use.collect().collect(intent, subscription.id()))).isEqualTo(first);
    assertThat(life.taken()).isEqualTo(2 * Subscribing.PRICE);
  }

  @Test
  void an_integration_disabled_in_between_is_no_strike_and_goes_on_when_it_is_back() {
    var subscription = life.started();
    life.shop.put(IntegrationStatus.DISABLED);
    life.pass(MONTH.plus(DAY));
    assertThat(life.taken()).isEqualTo(Subscribing.PRICE);
    assertThat(life.latest(subscription).state()).isInstanceOf(Held.class);
    assertThat(life.shop.told()).filteredOn("renewal.held"::equals).hasSize(1);
    life.shop.put(IntegrationStatus.ENABLED);
    life.pass(Duration.ofHours(2));
    assertThat(life.now(subscription).state()).isEqualTo(new Active());
    assertThat(life.taken()).isEqualTo(2 * Subscribing.PRICE);
  }

  @Test
  void nothing_is_due_before_the_next_period() {
    assertThat(refusal(life.collect(life.started()))).isInstanceOf(InvalidState.class);
    assertThat(life.taken()).isEqualTo(Subscribing.PRICE);
  }

  @Test
  void a_new_price_holds_from_the_next_period_on() {
    var subscription = life.started();
    var request =
        new ChangeSubscription.Request(
            life.shop.id(), subscription.id(), null, 1500L, UnaryOperator.identity());
    var _ = done(life.use.change().change(request));
    assertThat(life.taken()).isEqualTo(Subscribing.PRICE);
    life.pass(MONTH);
    assertThat(life.taken()).isEqualTo(Subscribing.PRICE + 1500);
  }

  @Test
  void dates_in_the_past_are_refused_by_field() {
    var past = life.shop.clock.instant().minusSeconds(1);
    assertThat(
            refusal(life.start(life.request(life.saved(), past, null, null, Collection.AUTOMATIC))))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            no -> assertThat(no.problems().getFirst().pointer()).isEqualTo("/start_at"));
    assertThat(
            refusal(life.start(life.request(life.saved(), null, past, null, Collection.AUTOMATIC))))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            no -> assertThat(no.problems().getFirst().pointer()).isEqualTo("/trial_end"));
    assertThat(life.taken()).isZero();
  }
}
