package com.pelcro.payments.application.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.Together;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.charge.Notes;
import com.pelcro.payments.domain.charge.TestCharges;
import com.pelcro.payments.domain.customer.TestCustomers;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.paymentmethod.TestPaymentMethods;
import com.pelcro.payments.domain.refund.TestRefunds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every [Charges] keeps to.
public abstract class ChargesContract {

  protected abstract Storage storage();

  private Charges charges() {
    return storage().charges();
  }

  @Test
  void a_charge_in_any_state_comes_back_as_it_was_added() {
    var scene = Scene.in(storage());
    assertThat(TestCharges.inEveryState(scene.method()))
        .allSatisfy(
            charge -> {
              charges().add(charge);
              assertThat(charges().find(scene.id(), charge.id())).contains(charge);
            });
  }

  @Test
  void a_charge_moves_on_to_any_state() {
    var scene = Scene.in(storage());
    assertThat(TestCharges.inEveryState(scene.method()))
        .allSatisfy(
            moved -> {
              charges().add(like(moved));
              change(moved);
              assertThat(charges().find(scene.id(), moved.id())).contains(moved);
            });
  }

  @Test
  void a_charge_of_nobody_known_without_notes_comes_back() {
    var scene = Scene.in(storage());
    var method = TestPaymentMethods.bare(scene.id(), null);
    storage().paymentMethods().add(method);
    var charge =
        Charge.pending(
            ChargeId.next(),
            scene.id(),
            null,
            method.id(),
            method.gateway(),
            Money.of(Money.MAX_MINOR_UNITS, "JPY"),
            Charge.Mode.SALE,
            Notes.NONE,
            null,
            TestCharges.MADE);
    charges().add(charge);
    assertThat(charges().find(scene.id(), charge.id())).contains(charge);
  }

  @Test
  void money_given_back_is_kept_apart_from_money_on_its_way_back() {
    var scene = Scene.in(storage());
    var charge = scene.captured();
    var first = TestRefunds.pending(charge, 600);
    storage()
        .run(
            () -> {
              var locked = charges().lock(scene.id(), charge.id()).orElseThrow();
              var now = TestRefunds.MADE;
              charges().update(locked.reserve(first.amount(), now).refunded(first.amount(), now));
              storage().refunds().add(TestRefunds.done(first));
            });
    var moved = storage().commit(() -> scene.reserve(charge.id(), 990));
    assertThat(moved.refunds())
        .isEqualTo(new Charge.Refunds(Money.of(600, "EUR"), Money.of(990, "EUR")));
    assertThat(charges().find(scene.id(), charge.id())).contains(moved);
  }

  @Test
  void a_charge_turns_out_to_be_paid_with_a_card_on_file() {
    var scene = Scene.in(storage());
    var known = TestPaymentMethods.active(scene.id(), scene.customer().id());
    storage().paymentMethods().add(known);
    var charge = scene.pending();
    change(charge.paidWith(known.id()));
    assertThat(charges().find(scene.id(), charge.id())).contains(charge.paidWith(known.id()));
  }

  @Test
  void a_charge_is_added_once() {
    var scene = Scene.in(storage());
    var charge = scene.pending();
    assertThatThrownBy(() -> charges().add(charge)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void a_charge_needs_a_card_of_its_site() {
    var scene = Scene.in(storage());
    var other = Scene.in(storage());
    var stray = TestPaymentMethods.active(scene.id(), scene.customer().id());
    assertThatThrownBy(() -> charges().add(TestCharges.pendingSale(stray)))
        .isInstanceOf(RuntimeException.class);
    var foreign = TestPaymentMethods.in(scene.method().state(), other.id(), other.customer().id());
    assertThatThrownBy(() -> charges().add(TestCharges.pendingSale(foreign)))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void what_is_not_there_is_not_changed() {
    var scene = Scene.in(storage());
    var stray = TestCharges.pendingSale(scene.method());
    assertThatIllegalStateException()
        .isThrownBy(() -> storage().run(() -> charges().update(stray)));
  }

  @Test
  void a_lock_is_taken_in_a_transaction_only() {
    var scene = Scene.in(storage());
    var charge = scene.pending();
    assertThatIllegalStateException().isThrownBy(() -> charges().lock(scene.id(), charge.id()));
  }

  @Test
  void changes_under_the_lock_are_never_lost() {
    var scene = Scene.in(storage());
    var charge = scene.captured();
    var done = Together.run(32, _ -> storage().commit(() -> scene.reserve(charge.id(), 1)));
    assertThat(done).hasSize(32);
    assertThat(charges().find(scene.id(), charge.id()).orElseThrow().refunds().reserved())
        .isEqualTo(Money.of(32, "EUR"));
  }

  @Test
  void charges_are_narrowed_by_status() {
    var scene = Scene.in(storage());
    var all = TestCharges.inEveryState(scene.method());
    all.forEach(charges()::add);
    assertThat(Status.values())
        .allSatisfy(
            status ->
                assertThat(listed(scene, new ChargeFilter(null, null, status, null, null, null)))
                    .containsExactlyElementsOf(
                        all.stream()
                            .filter(charge -> Status.of(charge.state()) == status)
                            .sorted(NEWEST_FIRST)
                            .toList()));
  }

  private static final Comparator<Charge> NEWEST_FIRST =
      Comparator.comparing((Charge charge) -> charge.id().value()).reversed();

  @Test
  void charges_are_narrowed_by_customer_and_reference() {
    var scene = Scene.in(storage());
    var other = TestCustomers.nobody(scene.id());
    var _ = storage().customers().add(other);
    var method = TestPaymentMethods.active(scene.id(), other.id());
    storage().paymentMethods().add(method);
    var first = scene.pending();
    var second = scene.added(TestCharges.pendingSale(method));
    assertThat(listed(scene, new ChargeFilter(scene.customer().id(), null, null, null, null, null)))
        .containsExactly(first);
    assertThat(listed(scene, new ChargeFilter(other.id(), null, null, "INV-7", null, null)))
        .containsExactly(second);
    assertThat(listed(scene, new ChargeFilter(null, null, null, "INV-8", null, null))).isEmpty();
    assertThat(listed(scene, ChargeFilter.ALL)).containsExactly(second, first);
  }

  @Test
  void a_time_window_takes_its_beginning_and_leaves_its_end() {
    var scene = Scene.in(storage());
    var charge = scene.pending();
    var made = charge.createdAt();
    assertThat(between(scene, made, made.plusMillis(1))).containsExactly(charge);
    assertThat(between(scene, made.minusMillis(1), made)).isEmpty();
    assertThat(between(scene, made.plusMillis(1), made.plusMillis(2))).isEmpty();
  }

  @Test
  void pages_run_from_the_newest_to_the_oldest_whatever_is_added_meanwhile() {
    var scene = Scene.in(storage());
    var added = Stream.generate(scene::pending).limit(5).toList();
    var seen = new ArrayList<Charge>();
    String after = null;
    while (!seen.contains(added.getFirst())) {
      var slice = charges().list(scene.id(), ChargeFilter.ALL, new Window(2, after));
      seen.addAll(slice.rows());
      after = seen.getLast().id().value();
      var _ = scene.added(TestCharges.pendingSale(scene.method()));
    }
    assertThat(seen).containsExactlyElementsOf(added.reversed());
  }

  @Test
  void a_page_tells_whether_there_is_more() {
    var scene = Scene.in(storage());
    var _ = scene.pending();
    var _ = scene.pending();
    assertThat(charges().list(scene.id(), ChargeFilter.ALL, new Window(1, null)).more().name())
        .isEqualTo("YES");
    assertThat(charges().list(scene.id(), ChargeFilter.ALL, new Window(2, null)).more().name())
        .isEqualTo("NO");
  }

  @Test
  void a_site_does_not_see_anothers() {
    var scene = Scene.in(storage());
    var other = Scene.in(storage());
    var charge = scene.pending();
    assertThat(charges().find(other.id(), charge.id())).isEmpty();
    assertThat(storage().commit(() -> charges().lock(other.id(), charge.id()))).isEmpty();
    assertThat(listed(other, ChargeFilter.ALL)).isEmpty();
    assertThat(listed(other, new ChargeFilter(null, null, null, "INV-7", null, null))).isEmpty();
    assertThat(listed(other, new ChargeFilter(scene.customer().id(), null, null, null, null, null)))
        .isEmpty();
  }

  private void change(Charge charge) {
    storage()
        .run(
            () -> {
              assertThat(charges().lock(charge.site(), charge.id())).isPresent();
              charges().update(charge);
            });
  }

  @Test
  void charges_are_found_by_amount_and_by_the_end_of_the_card() {
    var scene = Scene.in(storage());
    var charge = scene.captured();
    var last4 = scene.method().card().last4();
    var amount = charge.amount().minorUnits();

    assertThat(listed(scene, ChargeFilter.ALL.paying(amount, last4))).containsExactly(charge);
    assertThat(listed(scene, ChargeFilter.ALL.paying(amount + 1, null))).isEmpty();
    assertThat(listed(scene, ChargeFilter.ALL.paying(null, "0007"))).isEmpty();
  }

  @Test
  void charges_that_need_a_person_are_found() {
    var scene = Scene.in(storage());
    var _ = scene.captured();
    var doubtful = scene.pending().needingAttention(TestCharges.MADE);
    change(doubtful);

    assertThat(listed(scene, ChargeFilter.ALL.inDoubt())).containsExactly(doubtful);
  }

  private List<Charge> listed(Scene scene, ChargeFilter filter) {
    return charges().list(scene.id(), filter, new Window(100, null)).rows();
  }

  private List<Charge> between(Scene scene, Instant from, Instant to) {
    return listed(scene, new ChargeFilter(null, null, null, null, from, to));
  }

  /// The same charge before anything was answered.
  private static Charge like(Charge charge) {
    return Charge.pending(
        charge.id(),
        charge.site(),
        charge.customer(),
        charge.method(),
        charge.gateway(),
        charge.amount(),
        charge.mode(),
        new Notes("INV-7", "March, \"Daily\"", Map.of("invoice", "7")),
        charge.renewal(),
        charge.createdAt());
  }
}
