package com.pelcro.payments.application.charge;

import static com.pelcro.payments.application.Outcomes.created;
import static com.pelcro.payments.application.Outcomes.done;
import static com.pelcro.payments.application.Outcomes.refusal;
import static com.pelcro.payments.domain.charge.Charge.Mode.SALE;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Once;
import com.pelcro.payments.application.Refusal;
import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Shop;
import com.pelcro.payments.application.paymentmethod.SavePaymentMethod;
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.customer.TestCustomers;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoredCardChargeTest {

  private final Shop shop = Shop.open();

  @Test
  void a_card_pays_until_its_last_month_is_over_everywhere() {
    var card = shop.saved(SampleCard.VISA);
    shop.clock.set(Instant.parse("2035-01-01T11:59:59Z"));
    var _ = created(pay(shop.ada.id(), card.id()));
    shop.clock.set(Instant.parse("2035-01-01T12:00:00Z"));
    refusal(Refusal.PaymentMethodUnusable.class, pay(shop.ada.id(), card.id()));
  }

  @Test
  void another_customers_card_is_refused() {
    var bob = TestCustomers.ada(shop.id());
    var _ = shop.storage.customers().add(bob);
    var card = shop.saved(SampleCard.VISA);
    var refused = refusal(Refusal.InvalidFields.class, pay(bob.id(), card.id()));
    assertThat(refused.problems())
        .extracting(problem -> problem.pointer())
        .containsExactly("/payment_method");
    assertThat(shop.gateway.ledger().movements()).isEmpty();
  }

  @Test
  void a_card_of_another_site_does_not_exist_here() {
    var elsewhere = Shop.open();
    var card = elsewhere.saved(SampleCard.VISA);
    refusal(Refusal.InvalidFields.class, pay(null, card.id()));
  }

  @Test
  void an_unknown_card_is_refused() {
    var refused = refusal(Refusal.InvalidFields.class, pay(null, PaymentMethodId.next()));
    assertThat(refused.problems())
        .extracting(problem -> problem.pointer())
        .containsExactly("/payment_method");
  }

  @Test
  void a_detached_card_is_refused() {
    var card = shop.saved(SampleCard.VISA);
    done(shop.methods.remove().remove(shop.id(), card.id()));
    refusal(Refusal.PaymentMethodUnusable.class, pay(shop.ada.id(), card.id()));
  }

  @Test
  void a_card_still_being_verified_is_refused() {
    var offer = shop.typed(SampleCard.VISA);
    shop.gateway.loseNextReply();
    var verifying =
        created(
            shop.methods
                .save()
                .save(
                    new SavePaymentMethod.Request(
                        shop.intent(),
                        shop.ada.id(),
                        offer,
                        SavePaymentMethod.Preference.AS_IT_COMES)));
    refusal(Refusal.PaymentMethodUnusable.class, pay(shop.ada.id(), verifying.id()));
  }

  @Test
  void the_verification_is_remembered_for_the_card_networks_and_the_latest_approval_too() {
    var card = shop.saved(SampleCard.VISA);
    var original = shop.method(card.id()).lineage();
    assertThat(original.originalTransactionId()).isNotNull();
    assertThat(original.originalAmount()).isEqualTo(Money.of(0, "EUR"));
    var first = created(pay(shop.ada.id(), card.id()));
    var later = shop.method(card.id()).lineage();
    assertThat(later.originalTransactionId()).isEqualTo(original.originalTransactionId());
    assertThat(later.latestTransactionId()).isNotEqualTo(original.latestTransactionId());
    assertThat(first.method()).isEqualTo(card.id());
  }

  private Result<Once<Charge>> pay(@Nullable CustomerId customer, PaymentMethodId card) {
    return shop.charges
        .create()
        .create(shop.request(shop.intent(), customer, new PaidWith.Saved(card), SALE));
  }
}
