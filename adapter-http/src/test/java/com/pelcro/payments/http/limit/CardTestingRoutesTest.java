package com.pelcro.payments.http.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.application.cardsession.CardTestingLimits;
import com.pelcro.payments.domain.decline.DeclineCode;
import com.pelcro.payments.domain.gateway.Outcome;
import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.http.Answer;
import com.pelcro.payments.http.Client;
import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Somebody tries out stolen cards, seen from outside.
class CardTestingRoutesTest {

  private static final int OF_SESSION = CardTestingLimits.USUAL.ofSession();
  private static final int OF_ADDRESS = CardTestingLimits.USUAL.ofAddress();
  private static final int OF_SITE = CardTestingLimits.USUAL.ofSite();

  private final Service service =
      Service.with(
          new HttpLimits(
              5_000,
              5_000,
              5_000,
              HttpLimits.USUAL.body(),
              HttpLimits.USUAL.idle(),
              Set.of("127.0.0.1")));
  private final Shop shop = Shop.open(service);

  @AfterEach
  void stop() {
    service.close();
  }

  private Answer pay(String session, String more) {
    return shop.client()
        .post(
            shop.path("/charges"),
            """
            {"card_session": "%s", "transient_token": "%s", "billing_details": %s, "amount": 100%s}\
            """
                .formatted(session, shop.type(session, SampleCard.VISA), Shop.BILLING, more));
  }

  private Answer declined(String session) {
    service.gateway().next(new Outcome.Declined(DeclineCode.LOST_OR_STOLEN));
    return pay(session, "");
  }

  private void assertHeld(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(429);
    assertThat(answer.code()).isEqualTo("rate_limited");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 601);
    assertThat(answer.text()).contains("too many cards were declined");
  }

  @Test
  void a_session_takes_no_more_cards_after_too_many_declines() {
    var session = shop.session();
    for (int at = 0; at < OF_SESSION; at++) {
      assertThat(declined(session).status()).isEqualTo(201);
    }
    var charges = service.database().ask(() -> service.database().charges.all().count());

    assertHeld(pay(session, ""));
    assertHeld(
        shop.client()
            .post(
                shop.methodsPath(),
                """
                {"card_session": "%s", "transient_token": "%s", "billing_details": %s}\
                """
                    .formatted(session, shop.type(session, SampleCard.VISA), Shop.BILLING)));
    assertThat(service.database().ask(() -> service.database().charges.all().count()))
        .isEqualTo(charges);
    assertThat(pay(shop.session(), "").status()).isEqualTo(201);
    assertThat(told()).contains("\"place\":\"card_session\"", "\"declines\":" + OF_SESSION);
  }

  private String told() {
    return shop.client().get(shop.path("/events?type=card_testing.suspected")).text();
  }

  @Test
  void a_browser_whose_cards_are_declined_again_and_again_is_shown_no_form() {
    var there = service.anyone().with("X-Forwarded-For", "192.0.2.7");
    for (int at = 0; at < OF_ADDRESS; at++) {
      var session = shop.session();
      assertThat(form(there, session).status()).isEqualTo(200);
      assertThat(declined(session).status()).isEqualTo(201);
    }

    var session = shop.session();
    assertThat(form(there, session).status()).isEqualTo(429);
    assertThat(form(there, session).text()).contains("Too many cards were declined");
    var elsewhere = service.anyone().with("X-Forwarded-For", "192.0.2.8");
    assertThat(form(elsewhere, session).status()).isEqualTo(200);
    assertThat(told()).contains("\"place\":\"address\"").doesNotContain("192.0.2.7");

    service.clock().pass(CardTestingLimits.USUAL.window());
    assertThat(form(there, shop.session()).status()).isEqualTo(200);
  }

  private static Answer form(Client browser, String session) {
    return browser.get("/pay/" + session);
  }

  @Test
  void a_site_where_most_cards_are_declined_takes_none_that_is_typed_and_goes_on_with_the_rest() {
    var method = shop.method();
    var subscription = shop.subscribe(method, "").id();
    var open = shop.session();
    for (int at = 0; at < OF_SITE; at++) {
      assertThat(declined(shop.session()).status()).isEqualTo(201);
    }

    assertHeld(shop.client().post(shop.path("/card-sessions"), "{}"));
    assertHeld(pay(open, ""));
    assertThat(shop.charge(method, 100).status()).isEqualTo(201);
    assertThat(shop.charge(method, 100, ", \"initiated_by\": \"merchant\"").status())
        .isEqualTo(201);
    assertThat(told()).contains("\"place\":\"site\"");
    assertThat(Shop.open(service).session()).startsWith("cs_");

    service.renew(Duration.ofDays(32));
    assertThat(shop.subscription(subscription).json().at("/current_period/index").asInt())
        .isEqualTo(1);
    assertThat(shop.session()).startsWith("cs_");
  }

  @Test
  void declines_of_cards_on_file_count_for_nothing() {
    var method = shop.method();
    for (int at = 0; at < OF_SITE + 1; at++) {
      service.gateway().next(new Outcome.Declined(DeclineCode.INSUFFICIENT_FUNDS));
      assertThat(shop.charge(method, 100).status()).isEqualTo(201);
    }

    assertThat(shop.session()).startsWith("cs_");
    assertThat(told()).contains("\"data\":[]");
  }
}
