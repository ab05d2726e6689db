package com.pelcro.payments.application.subscription;

import static com.pelcro.payments.application.Outcomes.created;
import static com.pelcro.payments.application.Outcomes.done;
import static com.pelcro.payments.application.Outcomes.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Refusal.CurrencyNotSupported;
import com.pelcro.payments.application.Refusal.InvalidState;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.gateway.Trouble;
import com.pelcro.payments.domain.money.AskedAmount;
import com.pelcro.payments.domain.paymentmethod.CardExpiry;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.renewal.DunningPolicy;
import com.pelcro.payments.domain.renewal.DunningPolicy.FinalAction;
import com.pelcro.payments.domain.settings.TestEditors;
import com.pelcro.payments.domain.subscription.RenewalState.Held;
import com.pelcro.payments.domain.subscription.RenewalState.Paid;
import com.pelcro.payments.domain.subscription.RenewalState.Retrying;
import com.pelcro.payments.domain.subscription.RenewalState.WaitingForPaymentMethod;
import com.pelcro.payments.domain.subscription.Subscription;
import com.pelcro.payments.domain.subscription.SubscriptionState.Active;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Something changes around a subscription at the worst moment.
class SubscriptionCasesTest {

  private static final Duration MONTH = Duration.ofDays(31);
  private static final Duration DAY = Duration.ofDays(1);

  private final Subscribing life = new Subscribing();

  private void pays(Subscription subscription, PaymentMethodId card) {
    var request =
        new ChangeSubscription.Request(
            life.shop.id(), subscription.id(), card, null, UnaryOperator.identity());
    var _ = done(life.use.change().change(request));
  }

  /// What fell due has been asked for, and nothing else happened yet.
  private void charging() {
    life.shop.clock.advance(MONTH);
    life.use.run().claim(10).forEach(life.use.run()::renew);
  }

  @Test
  void cap_reached_through_another_subscription_waits_until_the_card_may_be_tried_again() {
    var one = life.started();
    life.shop.clock.advance(DAY);
    var other = created(life.start(life.request(life.saved())));
    var policy =
        new DunningPolicy(
            List.of(DAY.multipliedBy(40)), FinalAction.KEEP_PAST_DUE, true, Map.of(), 1);
    var _ = done(life.use.dunning().set(life.shop.id(), policy, TestEditors.OPERATOR));
    life.shop.gateway.next(new Outcome.Declined(DeclineCode.INSUFFICIENT_FUNDS));
    life.pass(MONTH.minus(DAY));
    assertThat(life.latest(one).state()).isInstanceOf(Retrying.class);
    var declinedAt = life.latest(one).updatedAt();
    life.pass(DAY.multipliedBy(2));
    assertThat(life.latest(other).attempts()).as("asked for the other subscription").isZero();
    assertThat(life.latest(other).state())
        .isInstanceOfSatisfying(
            Retrying.class,
            retrying ->
                assertThat(retrying.at())
                    .isAfterOrEqualTo(declinedAt.plus(DunningPolicy.CAP_WINDOW).minus(DAY)));
    life.pass(MONTH);
    assertThat(life.renewals(other).get(1).attempts()).isEqualTo(1);
  }

  @Test
  void currency_of_the_site_changed_holds_the_renewal_until_it_is_back() {
    var subscription = life.started();
    life.shop.put(Currency.getInstance("USD"));
    life.pass(MONTH.plus(DAY));
    assertThat(life.latest(subscription).state()).isInstanceOf(Held.class);
    assertThat(life.latest(subscription).strikes()).isZero();
    assertThat(life.taken()).isEqualTo(Subscribing.PRICE);
    life.shop.put(Currency.getInstance("EUR"));
    life.pass(Duration.ofHours(2));
    assertThat(life.now(subscription).state()).isEqualTo(new Active());
    assertThat(life.taken()).isEqualTo(2 * Subscribing.PRICE);
  }

  @Test
  void expired_before_the_renewal_waits_for_another_card_and_asks_nobody() {
    var subscription = life.started();
    var before = life.shop.gateway.ledger().movements().size();
    var today = life.shop.clock.instant().atZone(ZoneOffset.UTC);
    var expiry = new CardExpiry(today.getMonthValue(), today.getYear());
    var card =
        life.shop.storage.paymentMethods().find(life.shop.id(), life.card.id()).orElseThrow();
    life.shop.storage.run(
        () -> {
          var locked =
              life.shop.storage.paymentMethods().lock(card.site(), card.id()).orElseThrow();
          life.shop
              .storage
              .paymentMethods()
              .update(locked.with(expiry, card.billing(), card.updatedAt()));
        });
    life.pass(MONTH.plus(DAY));
    assertThat(life.latest(subscription).state()).isInstanceOf(WaitingForPaymentMethod.class);
    assertThat(life.shop.gateway.ledger().movements()).hasSize(before);
    pays(subscription, life.shop.saved(SampleCard.MASTERCARD).id());
    life.work();
    assertThat(life.now(subscription).state()).isEqualTo(new Active());
  }

  @Test
  void replaced_while_charging_the_open_charge_stands_and_the_next_period_has_the_new_card() {
    var subscription = life.started();
    life.shop.gateway.next(Trouble.REPLY_LOST);
    charging();
    var replacement = life.shop.saved(SampleCard.MASTERCARD).id();
    pays(subscription, replacement);
    life.pass(DAY);
    assertThat(life.renewals(subscription).get(1).state()).isInstanceOf(Paid.class);
    assertThat(life.taken()).isEqualTo(2 * Subscribing.PRICE);
    life.pass(MONTH);
    var latest = life.now(subscription).latestCharge();
    assertThat(life.shop.charge(Objects.requireNonNull(latest)).method()).isEqualTo(replacement);
    assertThat(life.taken()).isEqualTo(3 * Subscribing.PRICE);
  }

  @Test
  void detached_while_charging_is_refused() {
    var _ = life.started();
    life.shop.gateway.next(Trouble.REPLY_LOST);
    charging();
    assertThat(refusal(life.shop.methods.remove().remove(life.shop.id(), life.card.id())))
        .isInstanceOf(InvalidState.class);
  }

  @Test
  void another_currency_than_the_integrations_is_refused() {
    var request = life.request(life.saved());
    var dollars =
        new StartSubscription.Request(
            request.intent(),
            request.customer(),
            request.paidWith(),
            new AskedAmount(Subscribing.PRICE, Currency.getInstance("USD")),
            request.interval(),
            null,
            null,
            request.zone(),
            null,
            request.collection(),
            request.notes());
    assertThat(refusal(life.start(dollars))).isInstanceOf(CurrencyNotSupported.class);
    assertThat(life.taken()).isZero();
  }
}
