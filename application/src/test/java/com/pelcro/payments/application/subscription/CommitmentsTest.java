package com.pelcro.payments.application.subscription;

import static com.pelcro.payments.application.Outcomes.done;
import static com.pelcro.payments.application.Outcomes.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Refusal.InvalidState;
import com.pelcro.payments.application.customer.CustomerUseCases;
import com.pelcro.payments.application.site.SiteUseCases;
import com.pelcro.payments.application.subscription.CancelSubscription.When;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodState.Detached;
import com.pelcro.payments.domain.settings.TestEditors;
import org.junit.jupiter.api.Test;

/// What a live subscription needs is not taken away from it, here or in the vault.
class CommitmentsTest {

  private final Subscribing people = new Subscribing();

  private CustomerUseCases customers() {
    return CustomerUseCases.on(people.shop.storage, people.shop.gateways, people.shop.clock);
  }

  private SiteUseCases sites() {
    return SiteUseCases.on(people.shop.storage, people.shop.gateways, people.shop.clock);
  }

  @Test
  void a_card_that_pays_for_a_live_subscription_is_not_removed() {
    var subscription = people.started();
    var remove = people.shop.methods.remove();
    assertThat(refusal(remove.remove(people.shop.id(), people.card.id())))
        .isInstanceOf(InvalidState.class);
    var _ = done(people.use.cancel().cancel(people.shop.id(), subscription.id(), When.NOW));
    assertThat(done(remove.remove(people.shop.id(), people.card.id())).state())
        .isInstanceOf(Detached.class);
  }

  @Test
  void a_customer_with_a_live_subscription_is_not_removed() {
    var subscription = people.started();
    var remove = customers().remove();
    assertThat(refusal(remove.remove(people.shop.id(), people.shop.ada.id())))
        .isInstanceOf(InvalidState.class);
    var _ = done(people.use.cancel().cancel(people.shop.id(), subscription.id(), When.NOW));
    assertThat(done(remove.remove(people.shop.id(), people.shop.ada.id())).id())
        .isEqualTo(people.shop.ada.id());
  }

  @Test
  void an_integration_that_live_subscriptions_need_is_not_removed() {
    var subscription = people.started();
    var remove = sites().removeIntegration();
    assertThat(
            refusal(remove.remove(people.shop.id(), people.card.gateway(), TestEditors.OPERATOR)))
        .isInstanceOf(InvalidState.class);
    var _ = done(people.use.cancel().cancel(people.shop.id(), subscription.id(), When.NOW));
    var _ = done(remove.remove(people.shop.id(), people.card.gateway(), TestEditors.OPERATOR));
  }
}
