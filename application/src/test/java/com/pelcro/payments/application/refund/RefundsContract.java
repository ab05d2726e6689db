package com.pelcro.payments.application.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pelcro.payments.application.Refusal.AmountTooLarge;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.Together;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.TestCharges;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.refund.Refund;
import com.pelcro.payments.domain.refund.RefundId;
import com.pelcro.payments.domain.refund.RefundState;
import com.pelcro.payments.domain.refund.TestRefunds;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every [Refunds] keeps to. A refund and what its charge knows of it change in one
/// transaction, always.
public abstract class RefundsContract {

  protected abstract Storage storage();

  private Refunds refunds() {
    return storage().refunds();
  }

  @Test
  void an_open_refund_comes_back_as_it_was_added() {
    var refund = opened(Scene.in(storage()).captured(), 990);
    assertThat(refunds().find(refund.site(), refund.id())).contains(refund);
  }

  @Test
  void a_refund_without_a_reason_comes_back() {
    var scene = Scene.in(storage());
    var charge = scene.captured();
    var bare =
        new Refund(
            RefundId.next(),
            scene.id(),
            charge.id(),
            Money.of(1, "EUR"),
            new RefundState.Pending(),
            null,
            Map.of(),
            TestRefunds.MADE,
            TestRefunds.MADE);
    storage().run(() -> open(bare));
    assertThat(refunds().find(scene.id(), bare.id())).contains(bare);
  }

  @Test
  void a_refund_that_was_done_or_failed_comes_back() {
    var charge = Scene.in(storage()).captured();
    var done = TestRefunds.done(opened(charge, 990));
    var failed = TestRefunds.failed(opened(charge, 1000));
    close(done);
    close(failed);
    assertThat(refunds().find(charge.site(), done.id())).contains(done);
    assertThat(refunds().find(charge.site(), failed.id())).contains(failed);
    var accounted = storage().charges().find(charge.site(), charge.id()).orElseThrow();
    assertThat(accounted.refunds())
        .isEqualTo(new Charge.Refunds(Money.of(990, "EUR"), Money.of(0, "EUR")));
  }

  @Test
  void a_refund_is_added_once() {
    var charge = Scene.in(storage()).captured();
    var refund = opened(charge, 1);
    assertThatThrownBy(() -> storage().run(() -> open(refund)))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void a_refund_needs_a_charge_of_its_site() {
    var scene = Scene.in(storage());
    var stray = TestCharges.captured(scene.method());
    assertThatThrownBy(() -> storage().run(() -> refunds().add(TestRefunds.pending(stray, 1))))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void what_is_not_there_is_not_changed() {
    var stray = TestRefunds.pending(Scene.in(storage()).captured(), 1);
    assertThatIllegalStateException()
        .isThrownBy(() -> storage().run(() -> refunds().update(stray)));
  }

  @Test
  void a_lock_is_taken_in_a_transaction_only() {
    var scene = Scene.in(storage());
    assertThatIllegalStateException().isThrownBy(() -> refunds().lock(scene.id(), RefundId.next()));
  }

  @Test
  void refunds_racing_for_one_charge_never_pass_what_was_taken() {
    var charge = Scene.in(storage()).captured();
    var outcomes =
        Together.run(
            32,
            _ ->
                storage()
                    .transactions()
                    .inTransaction(() -> openIfCovered(TestRefunds.pending(charge, 100))));
    assertThat(outcomes).filteredOn(Done.class::isInstance).hasSize(19);
    var stored = refunds().of(charge.site(), charge.id(), new Window(100, null)).rows();
    assertThat(stored.stream().mapToLong(refund -> refund.amount().minorUnits()).sum())
        .isEqualTo(1900);
    var accounted = storage().charges().find(charge.site(), charge.id()).orElseThrow();
    assertThat(accounted.refunds().reserved()).isEqualTo(Money.of(1900, "EUR"));
    assertThat(accounted.refundable()).isEqualTo(Money.of(90, "EUR"));
  }

  @Test
  void the_refunds_of_a_charge_are_listed_newest_first() {
    var scene = Scene.in(storage());
    var charge = scene.captured();
    var first = opened(charge, 10);
    var second = opened(charge, 20);
    var _ = opened(scene.captured(), 30);
    assertThat(refunds().of(scene.id(), charge.id(), new Window(100, null)).rows())
        .containsExactly(second, first);
  }

  @Test
  void pages_run_from_the_newest_to_the_oldest_whatever_is_added_meanwhile() {
    var charge = Scene.in(storage()).captured();
    var first = opened(charge, 1);
    var second = opened(charge, 1);
    var third = opened(charge, 1);
    var seen = new ArrayList<Refund>();
    String after = null;
    while (!seen.contains(first)) {
      seen.addAll(refunds().of(charge.site(), charge.id(), new Window(1, after)).rows());
      after = seen.getLast().id().value();
      var _ = opened(charge, 1);
    }
    assertThat(seen).containsExactly(third, second, first);
  }

  @Test
  void a_site_does_not_see_anothers() {
    var charge = Scene.in(storage()).captured();
    var refund = opened(charge, 1);
    var other = Scene.in(storage()).id();
    assertThat(refunds().find(other, refund.id())).isEmpty();
    assertThat(storage().commit(() -> refunds().lock(other, refund.id()))).isEmpty();
    assertThat(refunds().of(other, charge.id(), new Window(100, null)).rows()).isEmpty();
  }

  private Refund opened(Charge charge, long minorUnits) {
    var refund = TestRefunds.pending(charge, minorUnits);
    storage().run(() -> open(refund));
    return refund;
  }

  private void open(Refund refund) {
    var charge = storage().charges().lock(refund.site(), refund.charge()).orElseThrow();
    storage().charges().update(charge.reserve(refund.amount(), TestRefunds.MADE));
    refunds().add(refund);
  }

  private Result<Refund> openIfCovered(Refund refund) {
    var charge = storage().charges().lock(refund.site(), refund.charge()).orElseThrow();
    if (!charge.refundable().covers(refund.amount())) {
      return new Refused<>(new AmountTooLarge(refund.amount(), charge.refundable()));
    }
    open(refund);
    return new Done<>(refund);
  }

  private void close(Refund refund) {
    storage()
        .run(
            () -> {
              var charge = storage().charges().lock(refund.site(), refund.charge()).orElseThrow();
              assertThat(refunds().lock(refund.site(), refund.id())).isPresent();
              refunds().update(refund);
              storage()
                  .charges()
                  .update(
                      refund.state() instanceof RefundState.Done
                          ? charge.refunded(refund.amount(), refund.updatedAt())
                          : charge.unreserve(refund.amount(), refund.updatedAt()));
            });
  }
}
