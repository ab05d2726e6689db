package com.pelcro.payments.http.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pelcro.payments.application.event.RecordedEvent;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import com.pelcro.payments.http.json.Json;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventJsonTest {

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);

  @AfterEach
  void stop() {
    service.close();
  }

  private void isAsShown(RecordedEvent event, String type, String path) throws Exception {
    assertThat(event.objectType()).isEqualTo(type);
    assertThat(Json.read(event.json())).isEqualTo(shop.client().get(shop.path(path)).json());
  }

  private RecordedEvent last(String type) {
    return events().stream().filter(one -> one.type().equals(type)).toList().getLast();
  }

  private List<RecordedEvent> events() {
    return service.storage().recorded(shop.id());
  }

  @Test
  void an_event_shows_its_object_as_a_get_of_it_does() throws Exception {
    var method = shop.method();
    var charge = shop.charge(method, 1990).id();

    isAsShown(last("integration.updated"), "integration", "/integrations/memory");
    isAsShown(last("customer.created"), "customer", "/customers/" + shop.customer());
    isAsShown(last("payment_method.saved"), "payment_method", "/payment-methods/" + method);
    isAsShown(last("charge.captured"), "charge", "/charges/" + charge);
    assertThat(last("integration.updated").json()).doesNotContain("c2VjcmV0IQ==");

    var refund = shop.client().post(shop.path("/charges/" + charge + "/refunds"), "{}").id();
    isAsShown(last("refund.succeeded"), "refund", "/refunds/" + refund);
    shop.client().delete(shop.path("/payment-methods/" + method));
    isAsShown(last("payment_method.detached"), "payment_method", "/payment-methods/" + method);
    assertThat(last("charge.captured").objectId()).isEqualTo(charge);
  }

  @Test
  void an_event_shows_a_subscription_as_a_get_of_it_does() throws Exception {
    var subscription = shop.subscribe(shop.method(), ", \"external_id\": \"weekend-7\"").id();

    isAsShown(last("subscription.activated"), "subscription", "/subscriptions/" + subscription);
    assertThat(last("subscription.created").objectId()).isEqualTo(subscription);
    assertThat(Json.read(last("subscription.created").json()).at("/status").asText())
        .isEqualTo("incomplete");
  }

  @Test
  void an_event_shows_a_renewal_without_its_attempts() throws Exception {
    var subscription = shop.subscribe(shop.method(), "").id();
    service.clock().pass(Duration.ofDays(31));
    service.gateway().next(new Outcome.Declined(DeclineCode.INSUFFICIENT_FUNDS));
    service.renew(Duration.ofHours(1));

    var event = last("renewal.retry_scheduled");

    var shown = (ObjectNode) shop.renewals(subscription).json().at("/data/0");
    assertThat(shown.remove("attempts")).hasSize(1);
    assertThat(event.objectType()).isEqualTo("renewal");
    assertThat(event.objectId()).isEqualTo(shown.path("id").asText());
    assertThat(Json.read(event.json())).isEqualTo(shown);
  }
}
