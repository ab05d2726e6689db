package com.pelcro.payments.application.paymentmethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.customer.TestCustomers;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.paymentmethod.CardExpiry;
import com.pelcro.payments.domain.paymentmethod.CredentialLineage;
import com.pelcro.payments.domain.paymentmethod.PaymentMethod;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Detached;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Verifying;
import com.pelcro.payments.domain.paymentmethod.TestPaymentMethods;
import com.pelcro.payments.domain.site.SiteId;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every [PaymentMethods] keeps to.
public abstract class PaymentMethodsContract {

  protected abstract Storage storage();

  private PaymentMethods methods() {
    return storage().paymentMethods();
  }

  @Test
  void a_method_in_any_state_comes_back_as_it_was_added() {
    var scene = Scene.in(storage());
    assertThat(TestPaymentMethods.inEveryState(scene.id(), scene.customer().id()))
        .allSatisfy(
            method -> {
              methods().add(method);
              assertThat(methods().find(scene.id(), method.id())).contains(method);
            });
  }

  @Test
  void a_method_moves_between_all_states() {
    var scene = Scene.in(storage());
    var wanted = TestPaymentMethods.inEveryState(scene.id(), scene.customer().id());
    assertThat(wanted)
        .allSatisfy(
            other -> {
              var moved = scene.method().in(other.state(), other.updatedAt());
              change(moved);
              assertThat(methods().find(scene.id(), moved.id())).contains(moved);
            });
  }

  @Test
  void a_method_is_stored_with_what_the_vault_and_the_networks_said() {
    var scene = Scene.in(storage());
    var taken = TestPaymentMethods.in(new Verifying(), scene.id(), scene.customer().id());
    methods().add(taken);
    var now = TestPaymentMethods.MADE.plusSeconds(9);
    var stored =
        taken
            .stored(TestPaymentMethods.TOKEN, "another-print", now)
            .with(new CardExpiry(1, 2040), TestPaymentMethods.billing(), now)
            .with(CredentialLineage.NONE.after("network-1", Money.of(5, "CAD")))
            .asDefault(true, now);
    change(stored);
    assertThat(methods().find(scene.id(), taken.id())).contains(stored);
  }

  @Test
  void a_card_on_file_remembers_its_first_and_its_latest_approval() {
    var scene = Scene.in(storage());
    var card = scene.method().with(CredentialLineage.NONE);
    change(card);
    var first = Money.of(500, "EUR");
    assertThat(methods().remember(scene.id(), card.id(), "network-1", first)).isTrue();
    assertThat(methods().remember(scene.id(), card.id(), "network-2", Money.of(9, "EUR"))).isTrue();
    var lineage = new CredentialLineage("network-1", "network-2", first);
    assertThat(methods().find(scene.id(), card.id())).contains(card.with(lineage));
  }

  @Test
  void a_card_that_is_being_verified_remembers_nothing_yet() {
    var scene = Scene.in(storage());
    var taken = TestPaymentMethods.in(new Verifying(), scene.id(), scene.customer().id());
    methods().add(taken);
    assertThat(methods().remember(scene.id(), taken.id(), "network-1", Money.of(5, "EUR")))
        .isFalse();
    assertThat(methods().find(scene.id(), taken.id())).contains(taken);
  }

  @Test
  void a_method_needs_a_site_and_its_customer() {
    var scene = Scene.in(storage());
    assertThatThrownBy(() -> methods().add(TestPaymentMethods.bare(SiteId.next(), null)))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(
            () -> methods().add(TestPaymentMethods.active(scene.id(), CustomerId.next())))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void a_customer_of_another_site_owns_nothing_here() {
    var scene = Scene.in(storage());
    var other = Scene.in(storage());
    assertThatThrownBy(
            () -> methods().add(TestPaymentMethods.active(scene.id(), other.customer().id())))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void what_is_not_there_is_not_changed() {
    var scene = Scene.in(storage());
    assertThatIllegalStateException()
        .isThrownBy(
            () -> methods().update(TestPaymentMethods.bare(scene.id(), scene.customer().id())));
  }

  @Test
  void active_cards_are_those_on_file_newest_first() {
    var scene = Scene.in(storage());
    var all = TestPaymentMethods.inEveryState(scene.id(), scene.customer().id());
    all.forEach(methods()::add);
    var expected = Stream.of(all.get(2), all.get(1), scene.method()).toList();
    assertThat(methods().active(scene.id(), scene.customer().id()))
        .containsExactlyElementsOf(expected);
    assertThat(methods().list(scene.id(), scene.customer().id(), new Window(100, null)).rows())
        .containsExactlyElementsOf(expected);
  }

  @Test
  void cards_of_another_customer_are_not_among_them() {
    var scene = Scene.in(storage());
    var other = TestCustomers.nobody(scene.id());
    var _ = storage().customers().add(other);
    assertThat(methods().active(scene.id(), other.id())).isEmpty();
    assertThat(methods().list(scene.id(), other.id(), new Window(100, null)).rows()).isEmpty();
    assertThat(methods().same(scene.id(), other.id(), "fp-visa-1111")).isEmpty();
  }

  @Test
  void the_same_card_is_known_by_its_fingerprint_while_it_is_on_file() {
    var scene = Scene.in(storage());
    assertThat(methods().same(scene.id(), scene.customer().id(), "fp-visa-1111"))
        .contains(scene.method());
    assertThat(methods().same(scene.id(), scene.customer().id(), "fp-other")).isEmpty();
    change(scene.method().in(new Detached(), TestPaymentMethods.MADE));
    assertThat(methods().same(scene.id(), scene.customer().id(), "fp-visa-1111")).isEmpty();
  }

  @Test
  void a_customer_has_one_default() {
    var scene = Scene.in(storage());
    change(scene.method().asDefault(true, TestPaymentMethods.MADE));
    var second = TestPaymentMethods.active(scene.id(), scene.customer().id());
    methods().add(second);
    assertThatThrownBy(() -> change(second.asDefault(true, TestPaymentMethods.MADE)))
        .isInstanceOf(RuntimeException.class);
    assertThat(methods().find(scene.id(), second.id())).contains(second);
    change(scene.method().asDefault(false, TestPaymentMethods.MADE));
    change(second.asDefault(true, TestPaymentMethods.MADE));
    assertThat(methods().active(scene.id(), scene.customer().id()))
        .filteredOn(PaymentMethod::isDefault)
        .singleElement()
        .extracting(PaymentMethod::id)
        .isEqualTo(second.id());
  }

  @Test
  void pages_run_from_the_newest_to_the_oldest_whatever_is_added_meanwhile() {
    var scene = Scene.in(storage());
    var owner = scene.customer().id();
    var added = Stream.generate(() -> TestPaymentMethods.bare(scene.id(), owner)).limit(5).toList();
    added.forEach(methods()::add);
    var seen = new ArrayList<PaymentMethod>();
    String after = null;
    while (!seen.contains(scene.method())) {
      seen.addAll(methods().list(scene.id(), owner, new Window(2, after)).rows());
      after = seen.getLast().id().value();
      methods().add(TestPaymentMethods.bare(scene.id(), owner));
    }
    assertThat(seen).startsWith(added.reversed().toArray(PaymentMethod[]::new)).hasSize(6);
  }

  @Test
  void a_lock_is_taken_in_a_transaction_only() {
    var scene = Scene.in(storage());
    assertThatIllegalStateException()
        .isThrownBy(() -> methods().lock(scene.id(), PaymentMethodId.next()));
  }

  @Test
  void a_site_does_not_see_anothers() {
    var scene = Scene.in(storage());
    var other = Scene.in(storage()).id();
    var method = scene.method();
    var owner = scene.customer().id();
    assertThat(methods().find(other, method.id())).isEmpty();
    assertThat(storage().commit(() -> methods().lock(other, method.id()))).isEmpty();
    assertThat(methods().active(other, owner)).isEmpty();
    assertThat(methods().same(other, owner, "fp-visa-1111")).isEmpty();
    assertThat(methods().list(other, owner, new Window(100, null)).rows()).isEmpty();
  }

  private void change(PaymentMethod method) {
    storage()
        .run(
            () -> {
              assertThat(methods().lock(method.site(), method.id())).isPresent();
              methods().update(method);
            });
  }
}
