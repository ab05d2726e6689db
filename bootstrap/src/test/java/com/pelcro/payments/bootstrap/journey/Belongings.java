package com.pelcro.payments.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.gateway.SampleCard;
import java.util.List;
import java.util.Map;

/// A site with one of everything, and a key that opens it: what requests can name.
///
/// @param ids by the names they have in paths, and in the contract's examples
/// @param texts what lists can be filtered by
/// @param key opens the site
record Belongings(
    String site,
    Map<String, List<String>> ids,
    Map<String, String> texts,
    String key,
    String idempotencyKey) {

  static Belongings of(Shop shop, String name) {
    var operator = shop.caller();
    var key = operator.post(shop.path("/api-keys"), Map.of("name", "in use")).text("/key");
    var spare = operator.post(shop.path("/api-keys"), Map.of("name", "spare"));
    var used = "intention-of-" + name;
    var captured = shop.charge(asked(shop.card(), name));
    var held = shop.charge(Shop.with(Shop.asked(shop.card(), 900), Map.of("capture", false)));
    var refund = operator.post(shop.path("/charges/" + captured.id() + "/refunds"), part(), used);
    var subscription = operator.post(shop.path("/subscriptions"), plan(shop, name));
    var session = shop.session();
    var all =
        Map.of(
            "key", List.of(spare.id()),
            "customer", List.of(shop.customer()),
            "payment_method", List.of(captured.text("/payment_method")),
            "charge", List.of(captured.id(), held.id()),
            "refund", List.of(refund.id()),
            "subscription", List.of(subscription.id()),
            "card_session", List.of(session.id()),
            "event", List.of(operator.get(shop.path("/events")).text("/data/0/id")),
            "transient_token", List.of(shop.stage().type(session, SampleCard.VISA)));
    assertThat(all.values().stream().flatMap(List::stream)).noneMatch(String::isEmpty);
    return new Belongings(shop.site(), all, texts(name), key, used);
  }

  private static Map<String, Object> asked(String card, String name) {
    return Shop.with(Shop.asked(card, 1990), Map.of("reference", "INV-" + name));
  }

  private static Map<String, Object> part() {
    return Map.of("amount", 100);
  }

  private static Map<String, Object> plan(Shop shop, String name) {
    return Map.of(
        "customer",
        shop.customer(),
        "payment_method",
        shop.card(),
        "amount",
        1000,
        "interval",
        "month",
        "external_id",
        "plan-" + name);
  }

  private static Map<String, String> texts(String name) {
    return Map.of(
        "reference", "INV-" + name, "external_id", "plan-" + name, "email", "ana@reader.example");
  }
}
