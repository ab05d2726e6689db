package com.pelcro.payments.application.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.Together;
import com.pelcro.payments.application.renewal.TestClocks.TestClock;
import com.pelcro.payments.domain.charge.TestCharges;
import com.pelcro.payments.domain.renewal.RenewalId;
import com.pelcro.payments.domain.subscription.Renewal;
import com.pelcro.payments.domain.subscription.RenewalState.Skipped;
import com.pelcro.payments.domain.subscription.TestSubscriptions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every [RenewalQueue] keeps to. The queue is everybody's: each test has a time of its own.
public abstract class RenewalQueueContract {

  private static final int LEASE = 300;

  protected abstract Storage storage();

  /// A second that no other test's renewals are due in.
  private static Instant noon(int year) {
    return Instant.parse(year + "-01-01T12:00:00Z");
  }

  private Renewal due(Scene scene, @Nullable Instant at) {
    var subscription = TestSubscriptions.bare(scene.method());
    storage().subscriptions().add(subscription);
    var renewal = TestSubscriptions.renewal(subscription, 0, at);
    storage().renewals().add(renewal);
    return renewal;
  }

  private List<RenewalId> claimed(Instant now, int most) {
    return storage().renewalQueue().claim(now, now.plusSeconds(LEASE), most).stream()
        .map(DueRenewal::renewal)
        .toList();
  }

  private void drop(Renewal... renewals) {
    List.of(renewals)
        .forEach(one -> storage().renewals().update(one.in(new Skipped(), noon(2000))));
  }

  @Test
  void what_is_due_is_claimed_longest_due_first_and_what_is_not_is_left() {
    var scene = Scene.in(storage());
    var now = noon(1970);
    var late = due(scene, now);
    var later = due(scene, now.minusSeconds(10));
    var next = due(scene, now.plusSeconds(1));
    var never = due(scene, null);
    assertThat(storage().renewalQueue().backlog(now)).isEqualTo(2);
    assertThat(claimed(now, 1)).containsExactly(later.id());
    assertThat(claimed(now, 10)).containsExactly(late.id());
    drop(late, later, next, never);
  }

  @Test
  void what_is_claimed_together_comes_longest_due_first() {
    var scene = Scene.in(storage());
    var now = noon(1975);
    var all =
        IntStream.of(3, 1, 4, 0, 2)
            .mapToObj(seconds -> due(scene, now.minusSeconds(seconds)))
            .toList();
    var byAge = all.stream().sorted(Comparator.comparing(one -> one.due().orElseThrow())).toList();
    assertThat(claimed(now, 10))
        .containsExactlyElementsOf(byAge.stream().map(Renewal::id).toList());
    drop(all.toArray(Renewal[]::new));
  }

  @Test
  void a_claim_says_what_is_due_and_since_when() {
    var scene = Scene.in(storage());
    var now = noon(1976);
    var one = due(scene, now.minusSeconds(5));
    var since = now.minusSeconds(5);
    var claim = new DueRenewal(scene.id(), one.subscription(), one.id(), since, since);
    var later = now.plusSeconds(LEASE);
    assertThat(storage().renewalQueue().claim(now, later, 10)).containsExactly(claim);
    assertThat(storage().renewalQueue().backlog(now)).isZero();
    assertThat(storage().renewalQueue().claim(later, later, 10)).containsExactly(claim.at(later));
    drop(one);
  }

  @Test
  void what_is_put_off_comes_when_its_turn_does_and_what_was_dropped_meanwhile_does_not() {
    var scene = Scene.in(storage());
    var now = noon(1974);
    var one = due(scene, now);
    var dropped = due(scene, now);
    var later = now.plusSeconds(10);
    var claimed = storage().renewalQueue().claim(now, now.plusSeconds(LEASE), 10);
    drop(dropped);
    storage().renewalQueue().putOff(claimed.stream().map(due -> due.at(later)).toList());
    assertThat(claimed(later.minusMillis(1), 10)).isEmpty();
    assertThat(claimed(later, 10)).containsExactly(one.id());
    drop(one);
  }

  @Test
  void a_claim_that_is_rolled_back_is_none() {
    var scene = Scene.in(storage());
    var now = noon(1977);
    var one = due(scene, now);
    assertThatThrownBy(
            () ->
                storage()
                    .run(
                        () -> {
                          assertThat(claimed(now, 10)).containsExactly(one.id());
                          throw new IllegalStateException("stopped in the middle");
                        }))
        .hasMessage("stopped in the middle");
    assertThat(claimed(now, 10)).containsExactly(one.id());
    drop(one);
  }

  @Test
  void a_site_is_back_in_the_queue_when_its_clock_is_gone() {
    var scene = Scene.in(storage());
    var now = noon(1978);
    var one = due(scene, now);
    storage().testClocks().put(new TestClock(scene.id(), now, now));
    assertThat(claimed(now, 10)).isEmpty();
    assertThat(storage().renewalQueue().backlog(now)).isZero();
    storage().testClocks().remove(scene.id());
    assertThat(claimed(now, 10)).containsExactly(one.id());
    drop(one);
  }

  @Test
  void a_site_awaits_an_answer_while_a_renewal_is_processing() {
    var scene = Scene.in(storage());
    var price = new Renewal.Price(TestCharges.AMOUNT, scene.method().id());
    var one = due(scene, null).frozen(price, noon(2000));
    var charge = scene.captured();
    var asked = one.processing(charge.id(), noon(2000));
    storage().renewals().update(asked);
    assertThat(storage().renewalQueue().isProcessing(scene.id())).isTrue();
    assertThat(storage().renewalQueue().isProcessing(Scene.in(storage()).id())).isFalse();
    storage().renewals().update(asked.paid(charge.id(), noon(2000)));
    assertThat(storage().renewalQueue().isProcessing(scene.id())).isFalse();
  }

  @Test
  void what_is_claimed_is_nobody_elses_until_the_lease_is_over() {
    var scene = Scene.in(storage());
    var now = noon(1971);
    var one = due(scene, now);
    assertThat(claimed(now, 10)).containsExactly(one.id());
    assertThat(claimed(now.plusSeconds(LEASE - 1), 10)).isEmpty();
    assertThat(claimed(now.plusSeconds(LEASE), 10)).containsExactly(one.id());
    drop(one);
  }

  @Test
  void what_was_worked_on_is_due_again_when_it_says() {
    var scene = Scene.in(storage());
    var now = noon(1972);
    var one = due(scene, now);
    assertThat(claimed(now, 10)).hasSize(1);
    storage().renewals().update(one);
    assertThat(claimed(now, 10)).containsExactly(one.id());
    drop(one);
  }

  @Test
  void many_who_claim_at_once_share() {
    var scene = Scene.in(storage());
    var now = noon(1973);
    var all = List.of(due(scene, now), due(scene, now), due(scene, now), due(scene, now));
    var shares = Together.run(8, _ -> claimed(now, 1));
    assertThat(shares.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(all.stream().map(Renewal::id).toList());
    drop(all.toArray(Renewal[]::new));
  }

  @Test
  void a_site_with_a_test_clock_lives_by_that_alone() {
    var scene = Scene.in(storage());
    var now = noon(1974);
    var second = due(scene, now.minusSeconds(1));
    var first = due(scene, now.minusSeconds(2));
    storage().testClocks().put(new TestClock(scene.id(), now, now));
    assertThat(claimed(now, 10)).isEmpty();
    assertThat(storage().renewalQueue().next(scene.id(), now))
        .map(DueRenewal::renewal)
        .contains(first.id());
    assertThat(storage().renewalQueue().next(scene.id(), now.minusSeconds(3))).isEmpty();
    assertThat(storage().renewalQueue().isProcessing(scene.id())).isFalse();
    drop(first, second);
  }
}
