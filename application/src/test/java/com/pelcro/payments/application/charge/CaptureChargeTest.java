package com.pelcro.payments.application.charge;

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
import com.pelcro.payments.domain.charge.Charge;
import com.pelcro.payments.domain.charge.ChargeId;
import com.pelcro.payments.domain.charge.ChargeState.Authorized;
import com.pelcro.payments.domain.charge.ChargeState.Captured;
import com.pelcro.payments.domain.charge.ChargeState.Capturing;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.domain.gateway.memory.Movement.Kind;
import com.pelcro.payments.domain.money.AskedAmount;
import com.pelcro.payments.domain.money.Money;
import com.pelcro.payments.domain.site.IntegrationStatus;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaptureChargeTest {

  private final Shop shop = Shop.open();
  private final Charge held = shop.authorized();

  @Test
  void all_of_a_hold_is_captured_unless_told_otherwise() {
    var charge = created(capture(held.id(), null));
    assertThat(charge.captured()).isEqualTo(Money.of(1990, "EUR"));
    assertThat(shop.gateway.ledger().sum(Kind.CAPTURE)).isEqualTo(1990);
    assertThat(shop.told()).endsWith("charge.authorized", "charge.pending", "charge.captured");
  }

  @Test
  void a_part_can_be_captured_once() {
    var charge = created(capture(held.id(), 500L));
    assertThat(charge.captured()).isEqualTo(Money.of(500, "EUR"));
    assertThat(charge.refundable()).isEqualTo(Money.of(500, "EUR"));
    refusal(Refusal.InvalidState.class, capture(held.id(), 500L));
    assertThat(shop.gateway.ledger().sum(Kind.CAPTURE)).isEqualTo(500);
  }

  @Test
  void more_than_is_held_is_refused() {
    var refused = refusal(Refusal.AmountTooLarge.class, capture(held.id(), 1991L));
    assertThat(refused.most()).isEqualTo(Money.of(1990, "EUR"));
    assertThat(shop.charge(held.id()).state()).isInstanceOf(Authorized.class);
  }

  @Test
  void another_currency_is_refused() {
    var request =
        new CaptureCharge.Request(
            shop.intent(), held.id(), new AskedAmount(5, Currency.getInstance("USD")));
    refusal(Refusal.CurrencyNotSupported.class, shop.charges.capture().capture(request));
  }

  @Test
  void a_sale_cannot_be_captured() {
    refusal(Refusal.InvalidState.class, capture(shop.sold().id(), null));
  }

  @Test
  void an_unknown_charge_is_not_found() {
    refusal(Refusal.NotFound.class, capture(ChargeId.next(), null));
  }

  @Test
  void a_lost_reply_leaves_the_capture_open() {
    shop.gateway.loseNextReply();
    var intent = shop.intent("k");
    var charge = created(capture(intent, held.id(), null));
    assertThat(charge.state()).isInstanceOf(Capturing.class);
    assertThat(repeated(capture(intent, held.id(), null))).isEqualTo(charge);
    refusal(Refusal.InvalidState.class, capture(held.id(), null));
    assertThat(shop.gateway.ledger().sum(Kind.CAPTURE)).isEqualTo(1990);
  }

  @Test
  void a_capture_the_gateway_rejects_is_refused_and_leaves_the_hold() {
    shop.gateway.next(new Outcome.FoundWrong());
    refusal(Refusal.InvalidState.class, capture(held.id(), null));
    assertThat(shop.charge(held.id()).state()).isInstanceOf(Authorized.class);
  }

  @Test
  void a_capture_that_never_left_says_so() {
    shop.gateway.refuseNextConnection();
    refusal(Refusal.GatewayUnavailable.class, capture(held.id(), null));
    assertThat(shop.charge(held.id()).state()).isInstanceOf(Authorized.class);
  }

  @Test
  void a_capture_with_wrong_credentials_says_so() {
    shop.gateway.revoke(shop.integration().credentials());
    refusal(Refusal.GatewayCredentialsRejected.class, capture(held.id(), null));
  }

  @Test
  void a_refused_capture_can_be_asked_again_with_the_same_key() {
    var intent = shop.intent("k");
    shop.gateway.refuseNextConnection();
    refusal(Refusal.GatewayUnavailable.class, capture(intent, held.id(), null));
    assertThat(created(capture(intent, held.id(), null)).state()).isInstanceOf(Captured.class);
  }

  @Test
  void a_disabled_integration_still_captures_what_is_held() {
    shop.put(IntegrationStatus.DISABLED);
    assertThat(created(capture(held.id(), null)).state()).isInstanceOf(Captured.class);
  }

  @Test
  void many_at_once_capture_once() {
    var results = Together.run(16, _ -> capture(held.id(), null));
    assertThat(results.stream().filter(result -> result instanceof Result.Done)).hasSize(1);
    assertThat(shop.gateway.ledger().of(Kind.CAPTURE)).hasSize(1);
  }

  @Test
  void many_at_once_with_one_key_all_hear_of_the_same_capture() {
    var intent = shop.intent("k");
    var results = Together.run(16, _ -> capture(intent, held.id(), null));
    assertThat(results.stream().map(result -> done(result).value().id()).distinct())
        .containsExactly(held.id());
    assertThat(shop.gateway.ledger().of(Kind.CAPTURE)).hasSize(1);
  }

  private Result<Once<Charge>> capture(ChargeId charge, @Nullable Long minorUnits) {
    return capture(shop.intent(), charge, minorUnits);
  }

  private Result<Once<Charge>> capture(Intent intent, ChargeId charge, @Nullable Long minorUnits) {
    var amount = minorUnits == null ? null : new AskedAmount(minorUnits, null);
    return shop.charges.capture().capture(new CaptureCharge.Request(intent, charge, amount));
  }
}
