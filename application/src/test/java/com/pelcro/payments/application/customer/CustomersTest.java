package com.pelcro.payments.application.customer;

import static com.pelcro.payments.application.Outcomes.created;
import static com.pelcro.payments.application.Outcomes.done;
import static com.pelcro.payments.application.Outcomes.refusal;
import static com.pelcro.payments.application.Outcomes.repeated;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Once;
import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Shop;
import com.pelcro.payments.application.Together;
import com.pelcro.payments.application.idempotency.Intent;
import com.pelcro.payments.domain.charge.ChargeState.Captured;
import com.pelcro.payments.domain.customer.Customer;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Detached;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomersTest {

  private final Shop shop = Shop.open();
  private final CustomerUseCases customers =
      CustomerUseCases.on(shop.storage, shop.gateways, shop.clock);

  @Test
  void a_customer_is_added_once() {
    var intent = shop.intent("k");
    var bob = created(add(intent, "bob"));
    assertThat(repeated(add(intent, "bob"))).isEqualTo(bob);
    assertThat(shop.told()).containsExactly("customer.created");
  }

  @Test
  void a_second_customer_with_an_external_id_names_the_first() {
    var bob = created(add(shop.intent(), "bob"));
    var refused = refusal(Refusal.Conflict.class, add(shop.intent(), "bob"));
    assertThat(refused.existing()).isEqualTo(bob.id().value());
  }

  @Test
  void many_at_once_with_one_external_id_add_one() {
    var results = Together.run(16, _ -> add(shop.intent(), "bob"));
    assertThat(results.stream().filter(result -> result instanceof Result.Done)).hasSize(1);
  }

  @Test
  void a_removed_customer_takes_cards_along_here_and_in_the_vault() {
    var card = shop.saved(SampleCard.VISA);
    var _ = shop.saved(SampleCard.MASTERCARD);
    done(customers.remove().remove(shop.id(), shop.ada.id()));
    assertThat(shop.method(card.id()).state()).isInstanceOf(Detached.class);
    assertThat(shop.gateway.storedCards()).isZero();
    refusal(Refusal.NotFound.class, customers.find().find(shop.id(), shop.ada.id()));
    assertThat(shop.told())
        .endsWith("payment_method.detached", "payment_method.detached", "customer.deleted");
  }

  @Test
  void what_a_removed_customer_paid_stays_and_can_be_refunded() {
    var sold = shop.sold();
    done(customers.remove().remove(shop.id(), shop.ada.id()));
    assertThat(shop.charge(sold.id()).state()).isInstanceOf(Captured.class);
    var _ = created(shop.refund(sold.id(), null));
  }

  @Test
  void a_vault_out_of_reach_keeps_the_customer_and_its_cards() {
    var card = shop.saved(SampleCard.VISA);
    shop.gateway.refuseNextConnection();
    refusal(Refusal.GatewayUnavailable.class, customers.remove().remove(shop.id(), shop.ada.id()));
    assertThat(shop.method(card.id()).isActive()).isTrue();
  }

  @Test
  void a_removal_whose_reply_was_lost_can_be_asked_again() {
    var _ = shop.saved(SampleCard.VISA);
    shop.gateway.loseNextReply();
    refusal(Refusal.GatewayUnavailable.class, customers.remove().remove(shop.id(), shop.ada.id()));
    done(customers.remove().remove(shop.id(), shop.ada.id()));
  }

  @Test
  void removing_at_the_same_time_is_told_once() {
    var _ = shop.saved(SampleCard.VISA);
    shop.gateway.beforeEachCall(
        () -> {
          shop.gateway.beforeEachCall(() -> {});
          done(customers.remove().remove(shop.id(), shop.ada.id()));
        });
    refusal(Refusal.NotFound.class, customers.remove().remove(shop.id(), shop.ada.id()));
    assertThat(shop.told().stream().filter("customer.deleted"::equals)).hasSize(1);
  }

  @Test
  void a_customer_without_cards_is_removed_without_asking_the_gateway() {
    shop.gateway.beforeEachCall(
        () -> {
          throw new AssertionError("the gateway knows nothing of this customer");
        });
    done(customers.remove().remove(shop.id(), shop.ada.id()));
  }

  @Test
  void an_unknown_customer_is_not_found() {
    refusal(Refusal.NotFound.class, customers.remove().remove(shop.id(), CustomerId.next()));
  }

  private Result<Once<Customer>> add(Intent intent, String externalId) {
    return customers.add().add(new AddCustomer.Request(intent, externalId, null, "Bob", Map.of()));
  }
}
