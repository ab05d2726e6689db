package com.pelcro.payments.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.TestOutput;
import com.pelcro.payments.domain.cardsession.CardSessionId;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.domain.site.SiteId;

/// A site that sells: with a key of its own, an integration, and a customer. All made through the
/// API.
public record Shop(Service service, Client client, String site, String key, String customer) {

  public static final String BILLING =
      """
      {"name": "Ada Byron", "email": "ada@daily.example", "phone": null,
       "address": {"line1": "12 St James Square", "line2": null, "city": "London",
         "state": null, "postal_code": "SW1Y 4JH", "country": "GB"}}\
      """;

  /// What the gateway knows the shop by.
  public static final String SECRET_KEY = TestOutput.secret("c2VjcmV0IQ==");

  public static final String INTEGRATION =
      """
      {"environment": "sandbox", "status": "enabled", "supported_currency": "EUR",
       "additional_supported_sites": ["https://shop.daily.example"],
       "card_networks": ["visa", "mastercard"],
       "settings": {"merchant_id": "acme", "key_id": "k1", "secret_key": "%s"}}\
      """
          .formatted(SECRET_KEY);

  public static Shop open(Service service) {
    var operator = service.operator();
    var site =
        operator
            .post("/v1/sites", "{\"name\": \"The Daily\", \"url\": \"https://daily.example\"}")
            .id();
    var path = "/v1/sites/" + site;
    var key = operator.post(path + "/api-keys", "{\"name\": \"shop\"}").at("/key");
    var client = service.anyone().holding(key);
    assertThat(client.put(path + "/integrations/memory", INTEGRATION).status()).isEqualTo(201);
    var customer = client.post(path + "/customers", "{\"external_id\": \"reader-7\"}").id();
    return new Shop(service, client, site, key, customer);
  }

  public SiteId id() {
    return new SiteId(site);
  }

  /// A path below the site.
  public String path(String below) {
    return "/v1/sites/" + site + below;
  }

  public String session() {
    return client.post(path("/card-sessions"), "{}").id();
  }

  /// What the hosted fields hand back for a card typed into them.
  public String type(String session, SampleCard card) {
    var opened =
        service.storage().cardSessions().find(id(), new CardSessionId(session)).orElseThrow();
    return service.gateway().type(opened, card).reveal();
  }

  /// A body that hands over a card just typed, with more fields in front.
  public String typed(String fields, SampleCard card) {
    var session = session();
    return "{%s\"card_session\": \"%s\", \"transient_token\": \"%s\", \"billing_details\": %s}"
        .formatted(fields, session, type(session, card), BILLING);
  }

  public String methodsPath() {
    return path("/customers/" + customer + "/payment-methods");
  }

  public Answer save(SampleCard card) {
    return client.post(methodsPath(), typed("", card));
  }

  /// A card on file.
  public String method() {
    var saved = save(SampleCard.VISA);
    assertThat(saved.status()).as(saved.text()).isEqualTo(201);
    return saved.id();
  }

  public Answer charge(String method, long amount) {
    return charge(method, amount, "");
  }

  public Answer charge(String method, long amount, String more) {
    return client.post(
        path("/charges"),
        "{\"payment_method\": \"%s\", \"amount\": %d%s}".formatted(method, amount, more));
  }

  /// A monthly subscription over 10.00, with more fields.
  public Answer subscribe(String method, String more) {
    return client.post(
        path("/subscriptions"),
        """
        {"customer": "%s", "payment_method": "%s", "amount": 1000, "interval": "month"%s}\
        """
            .formatted(customer, method, more));
  }

  public String subscriptionPath(String id) {
    return path("/subscriptions/" + id);
  }

  public Answer subscription(String id) {
    return client.get(subscriptionPath(id));
  }

  public Answer renewals(String id) {
    return client.get(subscriptionPath(id) + "/renewals");
  }
}
