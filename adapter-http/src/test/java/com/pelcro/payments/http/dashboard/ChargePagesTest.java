package com.pelcro.payments.http.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.domain.gateway.Trouble;
import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChargePagesTest {

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);
  private final Visitor visitor = Visitor.holding(service, shop.key());
  private final String charges = "/dashboard/sites/" + shop.site() + "/charges";

  @AfterEach
  void stop() {
    service.close();
  }

  private String captured(long amount, String more) {
    var charge = shop.charge(shop.method(), amount, more);
    assertThat(charge.status()).as(charge.text()).isEqualTo(201);
    return charge.id();
  }

  private String inDoubt() {
    var method = shop.method();
    service.gateway().loseNextReply();
    var charge = shop.charge(method, 1990).id();
    service.gateway().beforeEachCall(() -> service.gateway().next(Trouble.CONNECTION_REFUSED));
    service.recover(Duration.ofHours(25));
    return charge;
  }

  private com.pelcro.payments.http.Answer api(String charge) {
    return shop.client().get(shop.path("/charges/" + charge));
  }

  @Test
  void without_charges_the_page_says_what_comes_first() {
    assertThat(visitor.get(charges).text()).contains("Nothing was charged yet", "Integrations");
  }

  @Test
  void charges_are_found_by_what_is_known_of_them() {
    var one =
        captured(1990, ", \"reference\": \"INV-7\", \"customer\": \"" + shop.customer() + "\"");
    var other = captured(2500, "");

    for (var query :
        new String[] {
          "reference=INV-7",
          "amount=19.90",
          "amount=19,90&last4=1111",
          "customer=" + shop.customer() + "&reference=INV-7",
          "status=captured&reference=INV-7&from=2026-03-02&to=2026-03-02"
        }) {
      assertThat(visitor.get(charges + "?" + query).text())
          .as(query)
          .contains("/charges/" + one)
          .doesNotContain("/charges/" + other);
    }
    for (var query : new String[] {"status=declined", "to=2026-03-01", "attention=yes"}) {
      assertThat(visitor.get(charges + "?" + query).text())
          .as(query)
          .contains("No charge is like this");
    }
  }

  @Test
  void what_cannot_be_looked_for_is_told_at_its_field() {
    var seen = visitor.get(charges + "?amount=lots&last4=12&from=monday&customer=x");

    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.text())
        .contains("href=\"#amount\"", "href=\"#last4\"", "href=\"#from\"", "href=\"#customer\"");
  }

  @Test
  void older_charges_stand_on_the_next_page() {
    var method = shop.method();
    for (int made = 0; made < 26; made++) {
      assertThat(shop.charge(method, 100 + made).status()).isEqualTo(201);
    }

    var first = visitor.get(charges + "?status=captured").text();
    var next =
        first.replaceAll("(?s).*<a class=\"button quiet\" href=\"([^\"]+)\" rel=\"next\".*", "$1");
    var second = visitor.get(charges + next.replace("&amp;", "&")).text();

    assertThat(first).contains("EUR 1.25").doesNotContain("EUR 1.00");
    assertThat(second).contains("EUR 1.00").doesNotContain("EUR 1.25", "rel=\"next\"");
  }

  @Test
  void a_charge_shows_what_happened_with_its_evidence() {
    var charge =
        captured(1990, ", \"description\": \"a year\", \"metadata\": {\"plan\": \"gold\"}");

    assertThat(visitor.get(charges + "/" + charge).text())
        .contains("We asked the gateway for the charge of EUR 19.90.")
        .contains("The gateway approved the charge.")
        .contains("Evidence", "Our reference there", "op-")
        .contains("a year", "plan", "gold", "Visa ending in 1111");
  }

  @Test
  void a_declined_charge_says_why_and_what_helps() {
    var method = shop.method();
    service.gateway().next(new Outcome.Declined(DeclineCode.INSUFFICIENT_FUNDS));
    var charge = shop.charge(method, 1990).id();

    assertThat(visitor.get(charges + "/" + charge).text())
        .contains("Declined: Insufficient funds. It may work later.")
        .contains("The issuer declined the charge.")
        .doesNotContain("Refund…", "Void…", "Capture…");
  }

  @Test
  void a_part_is_given_back_after_asking_again_and_once() {
    var charge = captured(1990, "");
    var page = charges + "/" + charge;
    var sure =
        visitor.fill(
            page + "/refund", page + "/refund", Map.of("amount", "5.00", "reason", "late paper"));
    assertThat(sure.text()).contains("Give back EUR 5.00?", "Yes, give back EUR 5.00");
    assertThat(api(charge).at("/amount_refunded")).isEqualTo("0");

    var fields = sure.hidden(page + "/refund");
    assertThat(visitor.send(page + "/refund", fields).location())
        .isEqualTo(page + "?done=refunded");
    assertThat(visitor.send(page + "/refund", fields).location())
        .isEqualTo(page + "?done=refunded");

    assertThat(api(charge).at("/amount_refunded")).isEqualTo("500");
    assertThat(visitor.get(page + "?done=refunded").text())
        .contains("The refund was asked for", "late paper", "EUR 14.90");
  }

  @Test
  void too_much_or_nothing_is_not_given_back() {
    var charge = captured(1990, "");
    var page = charges + "/" + charge + "/refund";

    for (var amount : new String[] {"19.91", "0", "", "much", "1.999", "-1"}) {
      var seen = visitor.fill(page, page, Map.of("amount", amount));
      assertThat(seen.status()).as(amount).isEqualTo(422);
      assertThat(seen.text()).contains("id=\"amount-fault\"");
    }
    assertThat(api(charge).at("/amount_refunded")).isEqualTo("0");
  }

  @Test
  void one_form_with_two_meanings_is_refused() {
    var charge = captured(1990, "");
    var page = charges + "/" + charge + "/refund";
    var fields =
        new java.util.LinkedHashMap<>(
            visitor.fill(page, page, Map.of("amount", "5.00", "reason", "")).hidden(page));
    assertThat(visitor.send(page, fields).status()).isEqualTo(303);

    fields.put("amount", "6.00");
    var again = visitor.send(page, fields);

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.text()).contains("was sent before, with other values");
    assertThat(api(charge).at("/amount_refunded")).isEqualTo("500");
  }

  @Test
  void a_charge_is_voided() {
    var charge = captured(1990, "");
    var page = charges + "/" + charge;

    var done = visitor.fill(page + "/void", page + "/void", Map.of());

    assertThat(done.location()).isEqualTo(page + "?done=voided");
    assertThat(api(charge).at("/status")).isEqualTo("voided");
    var again = visitor.fill(page + "/void", page + "/void", Map.of());
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.text()).contains("Only an authorized or captured charge can be voided.");
  }

  @Test
  void held_money_is_taken_in_part() {
    var charge = captured(1990, ", \"capture\": false");
    var page = charges + "/" + charge + "/capture";

    var sure = visitor.fill(page, page, Map.of("amount", "10"));
    assertThat(sure.text()).contains("Take EUR 10.00?");
    assertThat(visitor.send(page, sure.hidden(page)).status()).isEqualTo(303);

    assertThat(api(charge).at("/amount_captured")).isEqualTo("1000");
  }

  @Test
  void an_operator_decides_what_could_not_be_proven() {
    var charge = inDoubt();
    var page = charges + "/" + charge;
    var operator = Visitor.operator(service);
    assertThat(operator.get("/dashboard/sites/" + shop.site()).text()).contains("Needs attention");
    assertThat(operator.get(page).text()).contains("until a person decides", page + "/resolve");

    var wrong = operator.fill(page + "/resolve", page + "/resolve", Map.of("decision", "adopt"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.text()).contains("id=\"gateway_transaction_id-fault\"", "id=\"reason-fault\"");

    var done =
        operator.fill(
            page + "/resolve",
            page + "/resolve",
            Map.of(
                "decision", "adopt",
                "gateway_transaction_id", "7412056310986400904007x",
                "reason", "seen in the Business Center"));
    assertThat(done.location()).isEqualTo(page + "?done=resolved");
    assertThat(api(charge).at("/status")).isEqualTo("captured");
    assertThat(operator.get(page).text())
        .contains("An operator decided that the charge did happen.")
        .contains("seen in the Business Center");
  }

  @Test
  void a_site_key_does_not_decide() {
    var page = charges + "/" + inDoubt();
    var holder = Visitor.holding(service, shop.key());

    assertThat(holder.get(page).text()).contains("Needs attention").doesNotContain("/resolve");
    assertThat(holder.get(page + "/resolve").status()).isEqualTo(404);
  }

  @Test
  void a_charge_of_another_site_is_not_there() {
    var other = Shop.open(service);
    var foreign = other.charge(other.method(), 500).id();

    assertThat(visitor.get(charges + "/" + foreign).status()).isEqualTo(404);
    assertThat(visitor.get(charges + "/" + foreign + "/refund").status()).isEqualTo(404);
    assertThat(visitor.get(charges + "/nonsense").status()).isEqualTo(404);
  }
}
