package com.pelcro.payments.http.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.gateway.SampleCard;
import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every page: who is let in, and what a page may do.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProtectionTest {

  private static final String MARKUP = "<img src=x onerror=alert(1)>\"'><script>alert(1)</script>";

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);
  private final Shop other = Shop.open(service);
  private final Visitor operator = Visitor.operator(service);
  private final Visitor holder = Visitor.holding(service, shop.key());
  private final String home = "/dashboard/sites/" + shop.site();

  @AfterAll
  void stop() {
    service.close();
  }

  Stream<Door> doors() {
    return service.doors().stream();
  }

  Stream<Door> forms() {
    return doors().filter(door -> door.method().equals("POST"));
  }

  Stream<Door> pages() {
    return doors().filter(door -> door.method().equals("GET"));
  }

  Stream<Door> ofSites() {
    return doors().filter(door -> door.path().startsWith(Section.SITE));
  }

  Stream<Door> ofTheOperator() {
    return doors()
        .filter(door -> door.opens() != Door.Opens.SITE && door.opens() != Door.Opens.ANYBODY);
  }

  private static String path(Door door, Shop of) {
    var some = "01m82qkpy8e00a9krzp26das3b";
    return door.path()
        .replace("{site}", of.site())
        .replace("{charge}", "ch_" + some)
        .replace("{gateway}", "memory")
        .replace("{customer}", "cus_" + some)
        .replace("{method}", "pm_" + some)
        .replace("{subscription}", "sub_" + some)
        .replace("{difference}", "dif_" + some)
        .replace("{key}", "key_" + some);
  }

  private static Visitor.Seen open(Visitor visitor, Door door, Shop of) {
    return door.method().equals("GET")
        ? visitor.get(path(door, of))
        : visitor.send(path(door, of), Map.of("csrf", token(visitor, of)));
  }

  private static String token(Visitor visitor, Shop of) {
    var page = visitor.get("/dashboard/sites/" + of.site());
    return page.status() == 200 ? page.hidden("/dashboard/logout").getOrDefault("csrf", "") : "";
  }

  @ParameterizedTest
  @MethodSource("doors")
  void nothing_is_seen_without_a_session(Door door) {
    var seen = open(Visitor.to(service), door, shop);

    assertThat(seen.status()).isEqualTo(303);
    assertThat(seen.location()).startsWith("/dashboard/login");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void no_form_is_taken_without_its_token(Door door) {
    assertThat(operator.send(path(door, shop), Map.of()).status()).isEqualTo(403);
    assertThat(operator.send(path(door, shop), Map.of("csrf", "0".repeat(64))).status())
        .isEqualTo(403);
    assertThat(operator.send(path(door, shop), Map.of("csrf", token(holder, shop))).status())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void no_form_is_taken_from_elsewhere(Door door) {
    var token = token(operator, shop);
    var elsewhere =
        Visitor.to(service).keeping(operator.cookie()).with("Origin", "https://evil.example");

    assertThat(elsewhere.send(path(door, shop), Map.of("csrf", token)).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @MethodSource("ofSites")
  void a_site_key_learns_nothing_of_another_site(Door door) {
    var path = path(door, other);
    var seen =
        door.method().equals("GET")
            ? holder.get(path)
            : holder.send(path, Map.of("csrf", token(holder, shop)));

    assertThat(seen.status()).isEqualTo(404);
  }

  @ParameterizedTest
  @MethodSource("ofTheOperator")
  void a_site_key_learns_nothing_of_what_is_the_operators(Door door) {
    assertThat(open(holder, door, shop).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_page_runs_and_loads_nothing_but_our_files(Door door) {
    var seen = open(operator, door, shop);

    assertThat(seen.header("Content-Security-Policy"))
        .isEqualTo(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri"
                + " 'none'");
    assertThat(seen.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(seen.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(seen.header("Cache-Control")).isEqualTo("no-store");
    assertThat(seen.text())
        .doesNotContain("<style", " style=", "<script>", " onclick=", "http://", "//cdn");
  }

  @Test
  void what_is_not_there_is_told_in_words() {
    var seen = operator.get("/dashboard/nowhere");

    assertThat(seen.status()).isEqualTo(404);
    assertThat(seen.text()).contains("There is nothing here");
  }

  @Test
  void our_files_are_served_and_may_be_kept() {
    for (var name : List.of("app.css", "app.js", "htmx.js", "icon.svg")) {
      var seen = Visitor.to(service).get(Assets.PATH + "/" + name);
      assertThat(seen.status()).as(name).isEqualTo(200);
      assertThat(seen.header("Cache-Control")).contains("immutable");
    }
    assertThat(Visitor.to(service).get(Assets.PATH + "/nothing.js").status()).isEqualTo(404);
  }

  @Test
  void a_card_number_in_a_form_goes_no_further() {
    var seen =
        operator.fill(
            home + "/settings", home + "/settings", Map.of("name", SampleCard.VISA.number()));

    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.text())
        .contains("looks like a card number")
        .doesNotContain(SampleCard.VISA.number());
  }

  @Test
  void control_characters_go_no_further() {
    var seen = operator.fill(home + "/settings", home + "/settings", Map.of("name", "a\u0000b"));

    assertThat(seen.status()).isEqualTo(422);
  }

  @Test
  void markup_in_names_and_notes_stays_text() {
    var charge =
        shop.charge(
            shop.method(),
            1990,
            """
            , "reference": "%1$s", "description": "%1$s", "metadata": {"%2$s": "%1$s"}\
            """
                .formatted(MARKUP.replace("\"", "\\\""), "<b>key</b>"));
    assertThat(charge.status()).as(charge.text()).isEqualTo(201);
    shop.client()
        .patch(shop.path(""), "{\"name\": \"%s\"}".formatted(MARKUP.replace("\"", "\\\"")));

    for (var page : List.of("", "/charges", "/charges/" + charge.id(), "/settings")) {
      assertThat(operator.get(home + page).text())
          .as(page)
          .contains("&lt;img src=x onerror=alert(1)&gt;")
          .doesNotContain("<img", "<script>", "<b>key");
    }
    assertThat(
            operator
                .get(home + "/charges?reference=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
                .text())
        .doesNotContain("<script>");
  }
}
