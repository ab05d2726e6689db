package com.pelcro.payments.domain.gateway;

import static com.pelcro.payments.domain.decline.DeclineCode.INSUFFICIENT_FUNDS;
import static com.pelcro.payments.domain.gateway.Trouble.CONNECTION_REFUSED;
import static com.pelcro.payments.domain.gateway.Trouble.REPLY_LOST;
import static com.pelcro.payments.domain.gateway.Trouble.REQUEST_LOST;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.gateway.GatewayAnswer.Decline;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NoAnswer;
import com.pelcro.payments.domain.gateway.GatewayAnswer.NotSent;
import com.pelcro.payments.domain.gateway.GatewayAnswer.Rejection;
import com.pelcro.payments.domain.gateway.VaultChange.Changed;
import com.pelcro.payments.domain.gateway.VaultChange.Gone;
import com.pelcro.payments.domain.gateway.VaultChange.Unavailable;
import com.pelcro.payments.domain.paymentmethod.CardExpiry;
import org.junit.jupiter.api.Test;

/// What every adapter's [CardVault] does.
public abstract class CardVaultContract extends GatewayContract {

  @Test
  void a_saved_card_can_be_charged() {
    var payment = stored(saved(SampleCard.VISA), SampleCard.VISA);
    var _ = approval(payments().sale(payment));
    assertThat(standing(payment.references())).isEqualTo(taken(AMOUNT));
  }

  @Test
  void saving_a_card_moves_no_money() {
    var request = save(typed(SampleCard.VISA), owner(null));
    var _ = approval(vault().save(request));
    assertThat(standing(request.references())).isEqualTo(held(NOTHING));
  }

  @Test
  void the_same_number_has_the_same_fingerprint_and_another_has_another() {
    var first = saved(SampleCard.VISA);
    var again = saved(SampleCard.VISA);
    var other = saved(SampleCard.MASTERCARD);
    assertThat(again.fingerprint()).isEqualTo(first.fingerprint());
    assertThat(other.fingerprint()).isNotEqualTo(first.fingerprint());
  }

  @Test
  void a_fingerprint_does_not_give_the_token_away() {
    var card = saved(SampleCard.VISA);
    assertThat(card.fingerprint())
        .doesNotContain(card.token().instrument())
        .doesNotContain(card.token().card());
  }

  @Test
  void a_known_customer_keeps_its_name_in_the_vault() {
    var first = saved(SampleCard.VISA);
    var customer = new VaultCustomer(requireNonNull(first.token().customer()));
    var second = card(approval(vault().save(save(typed(SampleCard.MASTERCARD), owner(customer)))));
    assertThat(second.token().customer()).isEqualTo(customer.token());
    assertThat(second.token().instrument()).isNotEqualTo(first.token().instrument());
  }

  @Test
  void a_card_its_issuer_declines_is_not_saved() {
    var request = save(typed(SampleCard.VISA), owner(null));
    bench().next(new Outcome.Declined(INSUFFICIENT_FUNDS));
    assertThat(vault().save(request).answer())
        .isInstanceOfSatisfying(
            Decline.class,
            decline -> assertThat(decline.reason().code()).isEqualTo(INSUFFICIENT_FUNDS));
  }

  @Test
  void a_card_that_was_not_sent_is_told_from_one_that_got_no_answer() {
    assertThat(saving(CONNECTION_REFUSED)).isInstanceOf(NotSent.class);
    assertThat(saving(REQUEST_LOST)).isInstanceOf(NoAnswer.class);
    assertThat(saving(REPLY_LOST)).isInstanceOf(NoAnswer.class);
  }

  @Test
  void wrong_credentials_save_nothing() {
    var request =
        new SaveCard(
            bench().stranger(),
            references(),
            AMOUNT.currency(),
            typed(SampleCard.VISA),
            owner(null));
    assertThat(vault().save(request).answer())
        .isInstanceOfSatisfying(
            Rejection.class,
            rejection ->
                assertThat(rejection.failure().code())
                    .isEqualTo(FailureCode.GATEWAY_CREDENTIALS_REJECTED));
  }

  @Test
  void a_payment_can_save_the_card_it_is_made_with() {
    var payment = toKeep(typed(SampleCard.VISA));
    var card = card(approval(payments().sale(payment)));
    assertThat(standing(payment.references())).isEqualTo(taken(AMOUNT));
    var _ = approval(payments().sale(stored(card, SampleCard.VISA)));
  }

  @Test
  void a_declined_payment_saves_no_card() {
    var payment = toKeep(typed(SampleCard.VISA));
    bench().next(new Outcome.Declined(INSUFFICIENT_FUNDS));
    assertThat(payments().sale(payment).answer()).isInstanceOf(Decline.class);
  }

  @Test
  void a_saved_card_can_be_changed() {
    var token = saved(SampleCard.VISA).token();
    assertThat(vault().update(integration(), token, new CardExpiry(1, 2036), BILLING))
        .isInstanceOf(Changed.class);
    assertThat(vault().makeDefault(integration(), token)).isInstanceOf(Changed.class);
  }

  @Test
  void a_removed_card_is_gone() {
    var card = saved(SampleCard.VISA);
    var token = card.token();
    assertThat(vault().remove(integration(), token)).isInstanceOf(Changed.class);
    assertThat(vault().remove(integration(), token)).isInstanceOf(Gone.class);
    assertThat(vault().update(integration(), token, SampleCard.EXPIRY, BILLING))
        .isInstanceOf(Gone.class);
    assertThat(payments().sale(stored(card, SampleCard.VISA)).answer())
        .isInstanceOf(Rejection.class);
  }

  @Test
  void a_default_card_can_go_once_another_takes_its_place() {
    var first = saved(SampleCard.VISA);
    var customer = new VaultCustomer(requireNonNull(first.token().customer()));
    var second = card(approval(vault().save(save(typed(SampleCard.MASTERCARD), owner(customer)))));
    assertThat(vault().makeDefault(integration(), second.token())).isInstanceOf(Changed.class);
    assertThat(vault().remove(integration(), first.token())).isInstanceOf(Changed.class);
    var _ = approval(payments().sale(stored(second, SampleCard.MASTERCARD)));
  }

  @Test
  void a_removed_customer_takes_its_cards_along() {
    var card = saved(SampleCard.VISA);
    var customer = new VaultCustomer(requireNonNull(card.token().customer()));
    assertThat(vault().removeCustomer(integration(), customer)).isInstanceOf(Changed.class);
    assertThat(vault().removeCustomer(integration(), customer)).isInstanceOf(Gone.class);
    assertThat(payments().sale(stored(card, SampleCard.VISA)).answer())
        .isInstanceOf(Rejection.class);
  }

  @Test
  void a_vault_out_of_reach_changes_nothing() {
    var card = saved(SampleCard.VISA);
    bench().next(CONNECTION_REFUSED);
    assertThat(vault().remove(integration(), card.token())).isInstanceOf(Unavailable.class);
    bench().next(REQUEST_LOST);
    assertThat(vault().remove(integration(), card.token())).isInstanceOf(Unavailable.class);
    var _ = approval(payments().sale(stored(card, SampleCard.VISA)));
  }

  @Test
  void wrong_credentials_change_nothing() {
    var card = saved(SampleCard.VISA);
    assertThat(vault().remove(bench().stranger(), card.token()))
        .isInstanceOfSatisfying(
            VaultChange.Refused.class,
            refused ->
                assertThat(refused.failure().code())
                    .isEqualTo(FailureCode.GATEWAY_CREDENTIALS_REJECTED));
    var _ = approval(payments().sale(stored(card, SampleCard.VISA)));
  }

  private GatewayAnswer saving(Trouble trouble) {
    var request = save(typed(SampleCard.VISA), owner(null));
    bench().next(trouble);
    return vault().save(request).answer();
  }

  private VaultedCard saved(SampleCard card) {
    return card(approval(vault().save(save(typed(card), owner(null)))));
  }

  private static VaultedCard card(GatewayAnswer.Approval approval) {
    return requireNonNull(approval.card(), "an approval carries the card that was stored");
  }
}
