package com.pelcro.payments.application.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.Refusal.NotFound;
import com.pelcro.payments.application.Result.Refused;
import com.pelcro.payments.application.Scene;
import com.pelcro.payments.application.Storage;
import com.pelcro.payments.application.Together;
import com.pelcro.payments.application.idempotency.Claim.Clash;
import com.pelcro.payments.application.idempotency.Claim.Fresh;
import com.pelcro.payments.application.idempotency.Claim.Repeat;
import com.pelcro.payments.domain.cardsession.CardSessionId;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.customer.CustomerId;
import com.pelcro.payments.domain.idempotency.IdempotencyKey;
import com.pelcro.payments.domain.idempotency.RequestFingerprint;
import com.pelcro.payments.domain.idempotency.ResourceId;
import com.pelcro.payments.domain.paymentmethod.PaymentMethodId;
import com.pelcro.payments.domain.refund.RefundId;
import com.pelcro.payments.domain.renewal.RenewalId;
import com.pelcro.payments.domain.renewal.SubscriptionId;
import com.pelcro.payments.domain.site.SiteId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every [IdempotencyClaims] keeps to.
public abstract class IdempotencyClaimsContract {

  protected abstract Storage storage();

  private IdempotencyClaims claims() {
    return storage().claims();
  }

  @Test
  void a_new_key_is_fresh_and_then_repeated() {
    var intent = intent("a");
    var id = ChargeId.next();
    assertThat(claims().claim(intent, id)).isEqualTo(new Fresh());
    assertThat(claims().claim(intent, ChargeId.next())).isEqualTo(new Repeat(id));
    assertThat(claims().look(intent)).isEqualTo(new Repeat(id));
  }

  @Test
  void every_kind_of_thing_can_stand_behind_a_key() {
    assertThat(
            List.<ResourceId>of(
                ChargeId.next(),
                RefundId.next(),
                CustomerId.next(),
                PaymentMethodId.next(),
                CardSessionId.next(),
                SubscriptionId.next(),
                RenewalId.next(),
                SiteId.next()))
        .allSatisfy(
            id -> {
              var intent = intent("a");
              assertThat(claims().claim(intent, id)).isEqualTo(new Fresh());
              assertThat(claims().look(intent)).isEqualTo(new Repeat(id));
            });
  }

  @Test
  void looking_claims_nothing() {
    var intent = intent("a");
    assertThat(claims().look(intent)).isEqualTo(new Fresh());
    assertThat(claims().claim(intent, ChargeId.next())).isEqualTo(new Fresh());
  }

  @Test
  void another_request_with_the_key_clashes() {
    var intent = intent("a");
    var id = ChargeId.next();
    assertThat(claims().claim(intent, id)).isEqualTo(new Fresh());
    var other = new Intent(intent.site(), intent.key(), fingerprint("b"));
    assertThat(claims().claim(other, ChargeId.next())).isEqualTo(new Clash());
    assertThat(claims().look(other)).isEqualTo(new Clash());
    assertThat(claims().look(intent)).isEqualTo(new Repeat(id));
  }

  @Test
  void a_key_is_led_on_to_another_thing() {
    var intent = intent("a");
    var taken = PaymentMethodId.next();
    var known = PaymentMethodId.next();
    assertThat(claims().claim(intent, taken)).isEqualTo(new Fresh());
    claims().redirect(intent.site(), taken, known);
    assertThat(claims().look(intent)).isEqualTo(new Repeat(known));
  }

  @Test
  void only_the_keys_of_the_card_are_led_on() {
    var intent = intent("a");
    var other = PaymentMethodId.next();
    assertThat(claims().claim(intent, other)).isEqualTo(new Fresh());
    claims().redirect(intent.site(), PaymentMethodId.next(), PaymentMethodId.next());
    assertThat(claims().look(intent)).isEqualTo(new Repeat(other));
  }

  @Test
  void the_keys_of_a_card_that_came_to_nothing_are_fresh_again() {
    var intent = intent("a");
    var taken = PaymentMethodId.next();
    var elsewhere = intent("a");
    assertThat(claims().claim(intent, taken)).isEqualTo(new Fresh());
    assertThat(claims().claim(elsewhere, taken)).isEqualTo(new Fresh());
    claims().forget(intent.site(), taken);
    assertThat(claims().look(intent)).isEqualTo(new Fresh());
    assertThat(claims().look(elsewhere)).isEqualTo(new Repeat(taken));
  }

  @Test
  void a_forgotten_key_is_fresh_again() {
    var intent = intent("a");
    assertThat(claims().claim(intent, ChargeId.next())).isEqualTo(new Fresh());
    claims().forget(intent);
    assertThat(claims().claim(intent, ChargeId.next())).isEqualTo(new Fresh());
  }

  @Test
  void another_request_does_not_make_a_key_forgotten() {
    var intent = intent("a");
    var id = ChargeId.next();
    assertThat(claims().claim(intent, id)).isEqualTo(new Fresh());
    claims().forget(new Intent(intent.site(), intent.key(), fingerprint("b")));
    assertThat(claims().look(intent)).isEqualTo(new Repeat(id));
  }

  @Test
  void many_at_once_claim_a_key_and_one_is_first() {
    var intent = intent("a");
    var ids = Stream.generate(ChargeId::next).limit(32).toList();
    var outcomes = Together.run(32, number -> claims().claim(intent, ids.get(number)));
    assertThat(outcomes).filteredOn(Fresh.class::isInstance).hasSize(1);
    var winner = ids.get(outcomes.indexOf(new Fresh()));
    assertThat(outcomes)
        .filteredOn(outcome -> !(outcome instanceof Fresh))
        .hasSize(31)
        .containsOnly(new Repeat(winner));
  }

  @Test
  void many_transactions_at_once_claim_a_key_and_one_is_first() {
    var intent = intent("a");
    var outcomes =
        Together.run(32, _ -> storage().commit(() -> claims().claim(intent, ChargeId.next())));
    assertThat(outcomes).filteredOn(Fresh.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Repeat.class::isInstance).hasSize(31);
  }

  @Test
  void a_claim_that_was_rolled_back_lets_the_next_be_first() {
    var intent = intent("a");
    var outcomes =
        Together.run(
            16,
            _ ->
                storage()
                    .transactions()
                    .inTransaction(
                        () -> {
                          assertThat(claims().claim(intent, ChargeId.next()))
                              .isEqualTo(new Fresh());
                          return new Refused<String>(new NotFound("a reason"));
                        }));
    assertThat(outcomes).hasSize(16);
    assertThat(claims().look(intent)).isEqualTo(new Fresh());
  }

  @Test
  void a_site_does_not_see_anothers() {
    var intent = intent("a");
    assertThat(claims().claim(intent, ChargeId.next())).isEqualTo(new Fresh());
    var elsewhere = new Intent(Scene.in(storage()).id(), intent.key(), intent.fingerprint());
    assertThat(claims().look(elsewhere)).isEqualTo(new Fresh());
    assertThat(claims().claim(elsewhere, ChargeId.next())).isEqualTo(new Fresh());
    claims().forget(elsewhere);
    assertThat(claims().look(intent)).isInstanceOf(Repeat.class);
  }

  private Intent intent(String content) {
    var key = new IdempotencyKey("order-1/!~" + ChargeId.next());
    return new Intent(Scene.in(storage()).id(), key, fingerprint(content));
  }

  private static RequestFingerprint fingerprint(String content) {
    return new RequestFingerprint(content.repeat(64));
  }
}
