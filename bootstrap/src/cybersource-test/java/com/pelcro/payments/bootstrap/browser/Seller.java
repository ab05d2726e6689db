package com.pelcro.payments.bootstrap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.bootstrap.journey.Answer;
import com.pelcro.payments.bootstrap.journey.Merchant;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// Makes, through the API, what there is to look at.
record Seller(Venue venue) {

  /// A name that would like to be more than a name.
  static final String MARKUP = "<script>window.owned=true</script><b data-owned=x>bold</b>\"'";

  /// The same, short enough for a key of metadata.
  static final String KEY_MARKUP = "<b data-owned=x>key</b>";

  String site(String name) {
    return venue.api().post("/v1/sites", Map.of("name", name, "url", "https://daily.example")).id();
  }

  Merchant configured(String site) {
    var merchant = venue.merchant();
    var put =
        venue
            .api()
            .put(
                "/v1/sites/" + site + "/integrations/cybersource", merchant.integration("enabled"));
    assertThat(put.status()).as("%s", put.body()).isEqualTo(201);
    return merchant;
  }

  String customer(String site) {
    return venue
        .api()
        .post(
            "/v1/sites/" + site + "/customers",
            Map.of("email", "ana@reader.example", "name", MARKUP))
        .id();
  }

  String card(String site, String customer) {
    var path = "/v1/sites/" + site;
    var session = venue.api().post(path + "/card-sessions", Map.of());
    var saved =
        venue
            .api()
            .post(
                path + "/customers/" + customer + "/payment-methods",
                Map.of(
                    "card_session", session.id(),
                    "transient_token", venue.typed(session),
                    "billing_details", billing(),
                    "make_default", true));
    assertThat(saved.status()).as("%s", saved.body()).isEqualTo(201);
    return saved.id();
  }

  static Map<String, Object> billing() {
    return Map.of(
        "name", "Ana Kovac",
        "email", "ana@reader.example",
        "address",
            Map.of("line1", "Ilica 10", "city", "Zagreb", "postal_code", "10000", "country", "HR"));
  }

  Answer charged(String site, String card, long amount, Map<String, ?> more) {
    var body = new HashMap<String, Object>(more);
    body.put("payment_method", card);
    body.put("amount", amount);
    return venue.api().post("/v1/sites/" + site + "/charges", body);
  }

  String subscribed(String site, String customer, String card) {
    var subscribed =
        venue
            .api()
            .post(
                "/v1/sites/" + site + "/subscriptions",
                Map.of(
                    "customer",
                    customer,
                    "payment_method",
                    card,
                    "amount",
                    1000,
                    "interval",
                    "month"));
    assertThat(subscribed.status()).as("%s", subscribed.body()).isEqualTo(201);
    return subscribed.id();
  }

  /// A site key, by its id.
  String key(String site, String name) {
    return venue.api().post("/v1/sites/" + site + "/api-keys", Map.of("name", name)).id();
  }

  /// A charge whose answer was lost, as it stands when nothing could be proven in a day.
  String inDoubt(String site, Merchant merchant, String card) throws SQLException {
    venue.script(merchant, 779, Map.of("kind", "lose_reply"));
    var charge = charged(site, card, 779, Map.of("reference", MARKUP));
    assertThat(charge.status()).as("%s", charge.body()).isEqualTo(202);
    venue.change(
        "UPDATE charges SET needs_attention = true WHERE charge_id = '%s'".formatted(charge.id()));
    return charge.id();
  }
}
