package com.pelcro.payments.application.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.Together;
import com.pelcro.payments.application.renewal.TestClocks.TestClock;
import com.pelcro.payments.domain.renewal.DunningPolicy;
import com.pelcro.payments.domain.renewal.DunningPolicy.FinalAction;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.subscription.TestSubscriptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every [DunningPolicies] and every [TestClocks] keeps to.
public abstract class SiteSettingsContract {

  private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

  protected abstract Storage storage();

  @Test
  void a_site_without_a_policy_has_the_usual_one() {
    assertThat(storage().dunningPolicies().of(Scene.in(storage()).id()))
        .isEqualTo(DunningPolicy.USUAL);
  }

  @Test
  void a_policy_comes_back_and_is_replaced() {
    var site = Scene.in(storage()).id();
    var mine =
        new DunningPolicy(
            List.of(Duration.ofHours(1), Duration.ofDays(300)),
            FinalAction.KEEP_PAST_DUE,
            false,
            Map.of(CardNetwork.VISA, 3),
            7);
    for (var policy : List.of(mine, DunningPolicy.USUAL, mine)) {
      storage().dunningPolicies().put(site, policy);
      assertThat(storage().dunningPolicies().of(site)).isEqualTo(policy);
    }
  }

  @Test
  void a_clock_comes_back_is_moved_and_removed() {
    var site = Scene.in(storage()).id();
    var clocks = storage().testClocks();
    assertThat(clocks.find(site)).isEmpty();
    for (var clock :
        List.of(new TestClock(site, NOW, NOW), new TestClock(site, NOW, NOW.plusSeconds(9)))) {
      clocks.put(clock);
      assertThat(clocks.find(site)).contains(clock);
      storage().run(() -> assertThat(clocks.lock(site)).contains(clock));
    }
    clocks.remove(site);
    assertThat(clocks.find(site)).isEmpty();
  }

  @Test
  void a_clock_that_has_to_go_on_is_claimed_by_one() {
    var site = Scene.in(storage()).id();
    var clocks = storage().testClocks();
    clocks.put(new TestClock(site, NOW, NOW));
    assertThat(clocks.claim(NOW, NOW.plusSeconds(60), 10)).isEmpty();
    var going = new TestClock(site, NOW, NOW.plusSeconds(1));
    clocks.put(going);
    assertThat(clocks.claim(NOW, NOW.plusSeconds(60), 10)).containsExactly(going);
    assertThat(clocks.claim(NOW.plusSeconds(59), NOW.plusSeconds(99), 10)).isEmpty();
    clocks.release(site);
    assertThat(clocks.claim(NOW, NOW.plusSeconds(60), 10)).containsExactly(going);
    clocks.remove(site);
  }

  @Test
  void clocks_are_shared_out_among_those_who_claim_at_once() {
    var clocks = storage().testClocks();
    var going =
        Stream.generate(() -> Scene.in(storage()).id())
            .limit(4)
            .map(site -> new TestClock(site, NOW, NOW.plusSeconds(1)))
            .toList();
    going.forEach(clocks::put);
    var shares = Together.run(8, _ -> clocks.claim(NOW, NOW.plusSeconds(60), 1));
    assertThat(shares.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(going);
    going.forEach(clock -> clocks.remove(clock.site()));
  }

  @Test
  void a_claim_ends_with_its_clock() {
    var site = Scene.in(storage()).id();
    var clocks = storage().testClocks();
    var going = new TestClock(site, NOW, NOW.plusSeconds(1));
    clocks.put(going);
    assertThat(clocks.claim(NOW, NOW.plusSeconds(60), 10)).containsExactly(going);
    clocks.put(going);
    assertThat(clocks.claim(NOW, NOW.plusSeconds(60), 10)).isEmpty();
    clocks.remove(site);
    clocks.put(going);
    assertThat(clocks.claim(NOW, NOW.plusSeconds(60), 10)).containsExactly(going);
    clocks.remove(site);
  }

  @Test
  void a_clock_by_which_something_is_due_is_claimed() {
    var scene = Scene.in(storage());
    var subscription = TestSubscriptions.bare(scene.method());
    storage().subscriptions().add(subscription);
    storage().renewals().add(TestSubscriptions.renewal(subscription, 0, NOW));
    var clock = new TestClock(scene.id(), NOW, NOW);
    storage().testClocks().put(clock);
    assertThat(storage().testClocks().claim(NOW, NOW.plusSeconds(60), 10)).containsExactly(clock);
    assertThat(storage().testClocks().latestCreation(scene.id())).contains(TestSubscriptions.MADE);
    storage().testClocks().remove(scene.id());
  }

  @Test
  void where_nothing_was_created_there_is_no_latest() {
    assertThat(storage().testClocks().latestCreation(Scene.in(storage()).id())).isEmpty();
  }
}
