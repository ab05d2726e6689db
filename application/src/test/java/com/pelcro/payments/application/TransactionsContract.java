package com.pelcro.payments.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.customer.CustomerFilter;
import com.pelcro.payments.domain.charge.TestCharges;
import com.pelcro.payments.domain.customer.TestCustomers;
import com.pelcro.payments.domain.event.PaymentEvent;
import com.pelcro.payments.domain.site.Site;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.site.TestSites;
import org.junit.jupiter.api.Test;

/// What every [Transactions] keeps to.
public abstract class TransactionsContract {

  protected abstract Storage storage();

  @Test
  void a_done_commits() {
    var site = TestSites.daily();
    var result =
        storage()
            .transactions()
            .inTransaction(
                () -> {
                  storage().sites().add(site);
                  return new Done<>("well");
                });
    assertThat(result).isEqualTo(new Done<>("well"));
    assertThat(storage().sites().find(site.id())).contains(site);
  }

  @Test
  void a_refusal_leaves_no_trace() {
    var site = TestSites.daily();
    var result =
        storage()
            .transactions()
            .inTransaction(
                () -> {
                  writeEverywhere(site.id());
                  return new Refused<String>(new NotFound("a reason"));
                });
    assertThat(result).isEqualTo(new Refused<>(new NotFound("a reason")));
    assertUntouched(site.id());
  }

  @Test
  void an_exception_leaves_no_trace_and_passes_through() {
    var site = TestSites.daily();
    assertThatThrownBy(
            () ->
                storage()
                    .run(
                        () -> {
                          writeEverywhere(site.id());
                          throw new ArithmeticException("on the way");
                        }))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("on the way");
    assertUntouched(site.id());
  }

  @Test
  void an_error_leaves_no_trace_and_passes_through() {
    var site = TestSites.daily();
    assertThatThrownBy(
            () ->
                storage()
                    .run(
                        () -> {
                          writeEverywhere(site.id());
                          throw new StackOverflowError("deep");
                        }))
        .isInstanceOf(StackOverflowError.class);
    assertUntouched(site.id());
  }

  @Test
  void changes_and_removals_are_undone_too() {
    var scene = Scene.in(storage());
    var charge = scene.captured();
    var result =
        storage()
            .transactions()
            .inTransaction(
                () -> {
                  var locked = storage().charges().lock(scene.id(), charge.id()).orElseThrow();
                  storage().charges().update(locked.voiding(TestCharges.MADE));
                  storage().customers().remove(scene.id(), scene.customer().id());
                  return new Refused<String>(new NotFound("a reason"));
                });
    assertThat(result).isInstanceOf(Refused.class);
    assertThat(storage().charges().find(scene.id(), charge.id())).contains(charge);
    assertThat(storage().customers().find(scene.id(), scene.customer().id()))
        .contains(scene.customer());
  }

  @Test
  void a_transaction_sees_its_own_changes() {
    var site = TestSites.daily();
    var seen =
        storage()
            .commit(
                () -> {
                  storage().sites().add(site);
                  return storage().sites().find(site.id());
                });
    assertThat(seen).contains(site);
  }

  @Test
  void transactions_do_not_nest_and_a_thread_can_begin_again_afterwards() {
    assertThatIllegalStateException()
        .isThrownBy(() -> storage().run(() -> storage().run(() -> {})))
        .withMessageContaining("nest");
    var site = TestSites.daily();
    storage().run(() -> storage().sites().add(site));
    assertThat(storage().sites().find(site.id())).contains(site);
  }

  @Test
  void others_do_not_see_what_is_not_committed() {
    var site = TestSites.daily();
    storage().sites().add(site);
    var customers =
        Together.run(
            16,
            _ ->
                storage()
                    .transactions()
                    .inTransaction(
                        () -> {
                          var _ = storage().customers().add(TestCustomers.nobody(site.id()));
                          return new Refused<String>(new NotFound("a reason"));
                        }));
    assertThat(customers).hasSize(16);
    assertUntouchedCustomers(site.id());
  }

  private void writeEverywhere(SiteId id) {
    var site = TestSites.daily();
    storage()
        .sites()
        .add(
            new Site(
                id, site.name(), site.url(), site.externalId(), site.timeZone(), TestSites.MADE));
    var customer = TestCustomers.ada(id);
    var _ = storage().customers().add(customer);
    storage().eventLog().append(new PaymentEvent.CustomerAdded(customer));
  }

  private void assertUntouched(SiteId id) {
    assertThat(storage().sites().find(id)).isEmpty();
    assertUntouchedCustomers(id);
  }

  private void assertUntouchedCustomers(SiteId id) {
    var all = new CustomerFilter(null, null);
    assertThat(storage().customers().list(id, all, new Window(10, null)).rows()).isEmpty();
    assertThat(storage().recorded(id)).isEmpty();
  }
}
