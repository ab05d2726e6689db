package com.pelcro.payments.application.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.subscription.Subscription;
import com.pelcro.payments.domain.subscription.SubscriptionState;
import com.pelcro.payments.domain.subscription.SubscriptionState.Active;
import com.pelcro.payments.domain.subscription.SubscriptionState.Canceled;
import com.pelcro.payments.domain.subscription.SubscriptionState.Ended;
import com.pelcro.payments.domain.subscription.SubscriptionState.Incomplete;
import com.pelcro.payments.domain.subscription.SubscriptionState.PastDue;
import com.pelcro.payments.domain.subscription.SubscriptionState.Paused;
import com.pelcro.payments.domain.subscription.SubscriptionState.Trialing;
import com.pelcro.payments.domain.subscription.TestSubscriptions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every [Subscriptions] keeps to.
public abstract class SubscriptionsContract {

  private static final Instant TIME = TestSubscriptions.MADE.plusSeconds(60);
  private static final List<SubscriptionState> STATES =
      List.of(
          new Incomplete(TIME),
          new Trialing(),
          new Active(),
          new PastDue(),
          new Paused(),
          new Canceled(TIME),
          new Ended(TIME));

  protected abstract Storage storage();

  private Subscription added(Subscription subscription) {
    storage().subscriptions().add(subscription);
    return subscription;
  }

  @Test
  void a_subscription_comes_back_as_it_was_added() {
    var scene = Scene.in(storage());
    for (var one :
        List.of(
            added(TestSubscriptions.full(scene.method())),
            added(TestSubscriptions.bare(scene.method())))) {
      assertThat(storage().subscriptions().find(scene.id(), one.id())).contains(one);
    }
  }

  @Test
  void what_is_live_needs_its_customer_its_card_and_its_gateway() {
    var scene = Scene.in(storage());
    var site = scene.id();
    var customer = scene.customer().id();
    var card = scene.method().id();
    var gateway = scene.method().gateway();
    var commitments = storage().commitments();
    assertThat(commitments.of(site, customer)).isEmpty();
    assertThat(commitments.on(site, card)).isEmpty();
    assertThat(commitments.through(site, gateway)).isEmpty();
    var one = added(TestSubscriptions.bare(scene.method()));
    assertThat(commitments.of(site, customer)).contains(one.id());
    assertThat(commitments.on(site, card)).contains(one.id());
    assertThat(commitments.through(site, gateway)).contains(one.id());
    assertThat(commitments.through(site, new GatewayId("other"))).isEmpty();
    assertThat(commitments.of(Scene.in(storage()).id(), customer)).isEmpty();
    storage()
        .run(
            () -> {
              var locked = storage().subscriptions().lock(site, one.id()).orElseThrow();
              storage().subscriptions().update(locked.canceled(TIME));
            });
    assertThat(commitments.of(site, customer)).isEmpty();
    assertThat(commitments.on(site, card)).isEmpty();
    assertThat(commitments.through(site, gateway)).isEmpty();
  }

  @Test
  void every_state_comes_back() {
    var scene = Scene.in(storage());
    var charge = scene.captured();
    var one = added(TestSubscriptions.bare(scene.method()));
    for (var state : STATES) {
      var moved = TestSubscriptions.in(state, charge.id(), one);
      update(moved);
      assertThat(storage().subscriptions().find(scene.id(), one.id())).contains(moved);
    }
  }

  private void update(Subscription moved) {
    storage()
        .run(
            () -> {
              assertThat(storage().subscriptions().lock(moved.site(), moved.id())).isPresent();
              storage().subscriptions().update(moved);
            });
  }

  @Test
  void what_may_change_is_changed() {
    var scene = Scene.in(storage());
    var one = added(TestSubscriptions.full(scene.method()));
    var changed =
        one.changed(scene.method().id(), Money.of(1, "EUR"), one.notes(), TIME)
            .collecting(3, scene.captured().id(), TIME);
    update(changed);
    assertThat(storage().subscriptions().find(scene.id(), one.id())).contains(changed);
  }

  @Test
  void another_sites_subscription_is_not_there() {
    var one = added(TestSubscriptions.bare(Scene.in(storage()).method()));
    assertThat(storage().subscriptions().find(Scene.in(storage()).id(), one.id())).isEmpty();
  }

  @Test
  void a_subscription_without_its_customer_is_none() {
    var scene = Scene.in(storage());
    var stranger = TestSubscriptions.bare(Scene.in(storage()).method());
    var wrong =
        new Subscription(
            stranger.id(),
            scene.id(),
            stranger.customer(),
            scene.method().id(),
            stranger.amount(),
            stranger.agreedAmount(),
            stranger.terms(),
            stranger.state(),
            stranger.startedAt(),
            stranger.currentIndex(),
            stranger.cancelAtPeriodEnd(),
            stranger.failedAttempts(),
            null,
            stranger.notes(),
            stranger.createdAt(),
            stranger.updatedAt());
    assertThatThrownBy(() -> added(wrong)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void the_list_is_narrowed_by_whatever_is_asked() {
    var scene = Scene.in(storage());
    var full = added(TestSubscriptions.full(scene.method()));
    var bare = added(TestSubscriptions.bare(scene.method()));
    storage().renewals().add(TestSubscriptions.renewal(bare, 0, TIME));
    storage().renewals().add(TestSubscriptions.renewal(full, 0, null));
    update(TestSubscriptions.in(new Active(), null, bare));
    assertThat(listed(scene, SubscriptionFilter.ALL)).containsExactly(bare.id(), full.id());
    assertThat(listed(scene, by(SubscriptionStatus.ACTIVE, null, null))).containsExactly(bare.id());
    assertThat(listed(scene, by(null, "SUB-7", null))).containsExactly(full.id());
    assertThat(listed(scene, by(null, null, TIME.plusMillis(1)))).containsExactly(bare.id());
    assertThat(listed(scene, by(null, null, TIME))).isEmpty();
    assertThat(listed(scene, new SubscriptionFilter(scene.customer().id(), null, null, null)))
        .hasSize(2);
  }

  private static SubscriptionFilter by(
      @org.jspecify.annotations.Nullable SubscriptionStatus status,
      @org.jspecify.annotations.Nullable String externalId,
      @org.jspecify.annotations.Nullable Instant before) {
    return new SubscriptionFilter(null, status, externalId, before);
  }

  private List<Object> listed(Scene scene, SubscriptionFilter filter) {
    return storage().subscriptions().list(scene.id(), filter, new Window(10, null)).rows().stream()
        .<Object>map(Subscription::id)
        .toList();
  }
}
