package com.pelcro.payments.http.paymentmethod;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PaymentMethodRoutesTest {

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);

  @AfterEach
  void stop() {
    service.close();
  }

  private String path(String method) {
    return shop.path("/payment-methods/" + method);
  }

  @Test
  void a_card_is_verified_and_stored() {
    var saved = shop.save(SampleCard.VISA);

    assertThat(saved.status()).as(saved.text()).isEqualTo(201);
    assertThat(saved.at("/status")).isEqualTo("active");
    assertThat(saved.at("/type")).isEqualTo("card");
    assertThat(saved.at("/card/network")).isEqualTo("visa");
    assertThat(saved.at("/card/last4")).isEqualTo("1111");
    assertThat(saved.at("/card/exp_year")).isEqualTo("2034");
    assertThat(saved.at("/card/fingerprint")).isNotEmpty();
    assertThat(saved.at("/default")).isEqualTo("true");
    assertThat(saved.at("/billing_details/address/country")).isEqualTo("GB");
    assertThat(saved.text()).doesNotContain("instrument-").doesNotContain("vault-customer");
    assertThat(shop.client().get(path(saved.id())).json()).isEqualTo(saved.json());
  }

  @Test
  void a_declined_card_is_unusable_and_says_why() {
    var body = shop.typed("", SampleCard.VISA);
    service.gateway().next(new Outcome.Declined(DeclineCode.LOST_OR_STOLEN));

    var refused = shop.client().post(shop.methodsPath(), body);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("payment_method_unusable");
    assertThat(refused.at("/decline/code")).isEqualTo("lost_or_stolen");
    assertThat(refused.at("/decline/category")).isEqualTo("hard");
  }

  @Test
  void a_card_still_being_verified_is_accepted_and_pending() {
    var body = shop.typed("", SampleCard.VISA);
    service.gateway().loseNextReply();

    var open = shop.client().post(shop.methodsPath(), body);

    assertThat(open.status()).isEqualTo(202);
    assertThat(open.at("/status")).isEqualTo("pending");
    assertThat(open.json().at("/card/fingerprint").isNull()).isTrue();
  }

  @Test
  void a_token_works_once_and_a_forged_one_never() {
    var body = shop.typed("", SampleCard.VISA);
    shop.client().post(shop.methodsPath(), body);

    var again = shop.client().post(shop.methodsPath(), body);
    var forged =
        shop.client().post(shop.methodsPath(), body.replaceFirst("token\": \"", "token\": \"x"));

    assertThat(again.code()).isEqualTo("token_already_used");
    assertThat(forged.code()).isEqualTo("token_invalid");
  }

  @Test
  void a_token_of_either_kind_is_required_and_not_both() {
    var session = shop.session();
    var fields =
        "{\"card_session\": \"%s\", \"billing_details\": %s".formatted(session, Shop.BILLING);

    var none = shop.client().post(shop.methodsPath(), fields + "}");
    var both =
        shop.client()
            .post(
                shop.methodsPath(),
                fields + ", \"transient_token\": \"a\", \"flex_token\": {\"a\": 1}}");

    assertThat(none.pointers()).containsExactly("/transient_token");
    assertThat(both.pointers()).containsExactly("/flex_token");
  }

  @Test
  void expiry_billing_and_standing_can_be_changed() {
    var first = shop.method();
    var second = shop.save(SampleCard.MASTERCARD).id();

    var changed =
        shop.client()
            .patch(path(second), "{\"exp_month\": 1, \"exp_year\": 2040, \"default\": true}");

    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(changed.at("/card/exp_month")).isEqualTo("1");
    assertThat(changed.at("/card/exp_year")).isEqualTo("2040");
    assertThat(changed.at("/default")).isEqualTo("true");
    assertThat(shop.client().get(path(first)).at("/default")).isEqualTo("false");
  }

  @Test
  void a_card_expires_by_itself() {
    var method = shop.method();
    service.clock().pass(Duration.ofDays(365 * 10));

    assertThat(shop.client().get(path(method)).at("/status")).isEqualTo("expired");
    assertThat(shop.charge(method, 100).code()).isEqualTo("payment_method_unusable");
  }

  @Test
  void a_removed_card_is_detached_and_out_of_the_list() {
    var method = shop.method();

    assertThat(shop.client().delete(path(method)).status()).isEqualTo(204);

    assertThat(shop.client().get(path(method)).at("/status")).isEqualTo("detached");
    assertThat(shop.client().get(shop.methodsPath()).json().get("data")).isEmpty();
    assertThat(service.gateway().storedCards()).isZero();
  }

  @Test
  void cards_are_listed_newest_first() {
    var first = shop.method();
    var second = shop.save(SampleCard.MASTERCARD).id();

    var page = shop.client().get(shop.methodsPath());

    assertThat(page.at("/data/0/id")).isEqualTo(second);
    assertThat(page.at("/data/1/id")).isEqualTo(first);
    assertThat(
            shop.client()
                .get(shop.path("/customers/cus_01m82qkpy8e00a9krzp26das3b/payment-methods"))
                .status())
        .isEqualTo(404);
  }
}
