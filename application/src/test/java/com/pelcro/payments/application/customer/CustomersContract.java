package com.pelcro.payments.application.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.Together;
import com.pelcro.payments.application.Window;
import com.pelcro.payments.application.customer.Customers.Stored.ExternalIdTaken;
import com.pelcro.payments.application.customer.Customers.Stored.Kept;
import com.pelcro.payments.domain.customer.Customer;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.customer.TestCustomers;
import com.pelcro.payments.domain.gateway.VaultCustomer;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.domain.site.TestIntegrations;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every [Customers] keeps to.
public abstract class CustomersContract {

  private static final CustomerFilter ALL = new CustomerFilter(null, null);

  protected abstract Storage storage();

  private Customers customers() {
    return storage().customers();
  }

  @Test
  void a_customer_comes_back_as_it_was_added() {
    var site = Scene.in(storage()).id();
    Stream.of(TestCustomers.ada(site), TestCustomers.nobody(site))
        .forEach(
            customer -> {
              assertThat(customers().add(customer)).isEqualTo(new Kept());
              assertThat(customers().find(site, customer.id())).contains(customer);
            });
  }

  @Test
  void a_customer_needs_a_site() {
    assertThatThrownBy(() -> customers().add(TestCustomers.ada(SiteId.next())))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void an_external_id_is_taken_once_per_site() {
    var scene = Scene.in(storage());
    var twin = named(TestCustomers.ada(scene.id()), scene.customer().externalId());
    assertThat(customers().add(twin)).isEqualTo(new ExternalIdTaken(scene.customer().id()));
    assertThat(customers().find(scene.id(), twin.id())).isEmpty();
    var elsewhere =
        named(TestCustomers.ada(Scene.in(storage()).id()), scene.customer().externalId());
    assertThat(customers().add(elsewhere)).isEqualTo(new Kept());
  }

  @Test
  void a_transaction_goes_on_after_an_external_id_was_taken() {
    var scene = Scene.in(storage());
    var twin = named(TestCustomers.ada(scene.id()), scene.customer().externalId());
    var other = TestCustomers.nobody(scene.id());
    storage()
        .run(
            () -> {
              assertThat(customers().add(twin)).isInstanceOf(ExternalIdTaken.class);
              assertThat(customers().add(other)).isEqualTo(new Kept());
              assertThat(customers().update(named(other, twin.externalId())))
                  .isEqualTo(new ExternalIdTaken(scene.customer().id()));
            });
    assertThat(customers().find(scene.id(), other.id())).contains(other);
  }

  @Test
  void many_at_once_take_an_external_id_once() {
    var site = Scene.in(storage()).id();
    var stored =
        Together.run(32, _ -> customers().add(named(TestCustomers.ada(site), "the one and only")));
    assertThat(stored).filteredOn(Kept.class::isInstance).hasSize(1);
    assertThat(customers().list(site, new CustomerFilter("the one and only", null), page()).rows())
        .hasSize(1);
  }

  @Test
  void many_at_once_change_to_an_external_id_and_one_gets_it() {
    var site = Scene.in(storage()).id();
    var all = Stream.generate(() -> TestCustomers.nobody(site)).limit(16).toList();
    all.forEach(customer -> assertThat(customers().add(customer)).isEqualTo(new Kept()));
    var stored = Together.run(16, number -> changed(named(all.get(number), "wanted")));
    assertThat(stored).filteredOn(Kept.class::isInstance).hasSize(1);
    assertThat(stored).filteredOn(ExternalIdTaken.class::isInstance).hasSize(15);
  }

  @Test
  void a_customer_is_changed() {
    var scene = Scene.in(storage());
    var changed = named(TestCustomers.nobody(scene.id()), null);
    var under =
        new Customer(
            scene.customer().id(),
            scene.id(),
            null,
            "new@reader.example",
            changed.name(),
            Map.of("a", ""),
            scene.customer().createdAt(),
            scene.customer().updatedAt().plusSeconds(1));
    assertThat(changed(under)).isEqualTo(new Kept());
    assertThat(customers().find(scene.id(), under.id())).contains(under);
  }

  @Test
  void a_customer_keeps_its_own_external_id() {
    var scene = Scene.in(storage());
    assertThat(changed(scene.customer())).isEqualTo(new Kept());
    assertThat(customers().find(scene.id(), scene.customer().id())).contains(scene.customer());
  }

  @Test
  void what_is_not_there_is_not_changed() {
    var site = Scene.in(storage()).id();
    assertThatIllegalStateException().isThrownBy(() -> customers().update(TestCustomers.ada(site)));
  }

  @Test
  void a_removed_customer_is_gone_and_its_external_id_is_free() {
    var scene = Scene.in(storage());
    customers().remove(scene.id(), scene.customer().id());
    assertThat(customers().find(scene.id(), scene.customer().id())).isEmpty();
    assertThat(customers().list(scene.id(), ALL, page()).rows()).isEmpty();
    assertThat(storage().commit(() -> customers().lock(scene.id(), scene.customer().id())))
        .isEmpty();
    var next = named(TestCustomers.ada(scene.id()), scene.customer().externalId());
    assertThat(customers().add(next)).isEqualTo(new Kept());
  }

  @Test
  void what_refers_to_a_removed_customer_stays() {
    var scene = Scene.in(storage());
    var charge = scene.captured();
    customers().remove(scene.id(), scene.customer().id());
    assertThat(storage().charges().find(scene.id(), charge.id())).contains(charge);
    assertThat(storage().paymentMethods().find(scene.id(), scene.method().id()))
        .contains(scene.method());
    assertThatIllegalStateException().isThrownBy(() -> customers().update(scene.customer()));
  }

  @Test
  void customers_are_narrowed_by_external_id_and_email() {
    var scene = Scene.in(storage());
    var nobody = TestCustomers.nobody(scene.id());
    assertThat(customers().add(nobody)).isEqualTo(new Kept());
    var ada = scene.customer();
    assertThat(listed(scene.id(), new CustomerFilter(ada.externalId(), null))).isEqualTo(ada);
    assertThat(listed(scene.id(), new CustomerFilter(null, ada.email()))).isEqualTo(ada);
    assertThat(listed(scene.id(), new CustomerFilter(ada.externalId(), ada.email())))
        .isEqualTo(ada);
    assertThat(
            customers()
                .list(scene.id(), new CustomerFilter(ada.externalId(), "else@a.example"), page())
                .rows())
        .isEmpty();
    assertThat(customers().list(scene.id(), ALL, page()).rows()).containsExactly(nobody, ada);
  }

  @Test
  void pages_run_from_the_newest_to_the_oldest_whatever_is_added_meanwhile() {
    var site = Scene.in(storage()).id();
    var added = Stream.generate(() -> TestCustomers.nobody(site)).limit(5).toList();
    added.forEach(customer -> assertThat(customers().add(customer)).isEqualTo(new Kept()));
    var seen = new ArrayList<Customer>();
    String after = null;
    while (!seen.contains(added.getFirst())) {
      seen.addAll(customers().list(site, ALL, new Window(2, after)).rows());
      after = seen.getLast().id().value();
      assertThat(customers().add(TestCustomers.nobody(site))).isEqualTo(new Kept());
    }
    assertThat(seen).startsWith(added.reversed().toArray(Customer[]::new));
  }

  @Test
  void the_last_name_in_a_vault_stands() {
    var scene = Scene.in(storage());
    var ada = scene.customer().id();
    var gateway = TestIntegrations.CYBERSOURCE;
    assertThat(customers().inVault(scene.id(), ada, gateway)).isEmpty();
    customers().putInVault(scene.id(), ada, gateway, new VaultCustomer("vc-1"));
    customers().putInVault(scene.id(), ada, gateway, new VaultCustomer("vc-2"));
    assertThat(customers().inVault(scene.id(), ada, gateway)).contains(new VaultCustomer("vc-2"));
  }

  @Test
  void a_site_does_not_see_anothers() {
    var scene = Scene.in(storage());
    var other = Scene.in(storage());
    var ada = scene.customer().id();
    var gateway = TestIntegrations.CYBERSOURCE;
    customers().putInVault(scene.id(), ada, gateway, new VaultCustomer("vc-1"));
    assertThat(customers().find(other.id(), ada)).isEmpty();
    assertThat(storage().commit(() -> customers().lock(other.id(), ada))).isEmpty();
    assertThat(customers().inVault(other.id(), ada, gateway)).isEmpty();
    assertThat(customers().list(other.id(), ALL, page()).rows()).containsExactly(other.customer());
    customers().remove(other.id(), ada);
    assertThat(customers().find(scene.id(), ada)).contains(scene.customer());
  }

  @Test
  void a_lock_is_taken_in_a_transaction_only() {
    var scene = Scene.in(storage());
    assertThatIllegalStateException()
        .isThrownBy(() -> customers().lock(scene.id(), CustomerId.next()));
  }

  private Customers.Stored changed(Customer customer) {
    return storage()
        .commit(
            () -> {
              assertThat(customers().lock(customer.site(), customer.id())).isPresent();
              return customers().update(customer);
            });
  }

  private Customer listed(SiteId site, CustomerFilter filter) {
    return customers().list(site, filter, page()).rows().getFirst();
  }

  private static Window page() {
    return new Window(100, null);
  }

  private static Customer named(Customer customer, @Nullable String externalId) {
    return new Customer(
        customer.id(),
        customer.site(),
        externalId,
        customer.email(),
        customer.name(),
        customer.metadata(),
        customer.createdAt(),
        customer.updatedAt());
  }
}
