package com.pelcro.payments.http.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.invariant.Invariant;
import com.pelcro.payments.application.invariant.Violation;
import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InvariantRoutesTest {

  private static final String CHECKS = "/v1/invariant-checks";

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void every_rule_is_checked_on_demand() {
    var check = service.operator().post(CHECKS, "");

    assertThat(check.status()).as(check.text()).isEqualTo(200);
    assertThat(check.at("/ok")).isEqualTo("true");
    assertThat(check.json().at("/rules")).hasSize(Invariant.values().length);
    assertThat(check.json().at("/violations")).isEmpty();
  }

  @Test
  void what_is_broken_is_named() {
    service.violations().add(new Violation(Invariant.REFUNDS_WITHIN_CAPTURED, shop.id(), "ch_1"));

    var check = service.operator().post(CHECKS, "");

    assertThat(check.at("/ok")).isEqualTo("false");
    assertThat(check.at("/violations/0/rule")).isEqualTo("refunds_within_captured");
    assertThat(check.at("/violations/0/site")).isEqualTo(shop.id().value());
    assertThat(check.at("/violations/0/object")).isEqualTo("ch_1");
  }
}
