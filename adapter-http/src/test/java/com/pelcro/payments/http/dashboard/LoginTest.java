package com.pelcro.payments.http.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.http.Service;
import com.pelcro.payments.http.Shop;
import com.pelcro.payments.http.dashboard.login.LoginLimit;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginTest {

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);
  private final String home = "/dashboard/sites/" + shop.site();

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void whoever_is_not_logged_in_is_led_to_the_log_in_and_back() {
    var visitor = Visitor.to(service);

    var turned = visitor.get(home + "/charges?status=captured");
    assertThat(turned.status()).isEqualTo(303);
    assertThat(turned.location()).startsWith("/dashboard/login?next=%2Fdashboard%2Fsites%2F");

    var login = visitor.get(turned.location());
    var entered = visitor.submit(login, "/dashboard/login", Map.of("key", Service.OPERATOR_KEY));
    assertThat(entered.location()).isEqualTo(home + "/charges?status=captured");
    assertThat(visitor.get(entered.location()).status()).isEqualTo(200);
  }

  @Test
  void the_cookie_is_for_the_dashboard_of_this_host_alone() {
    var seen = Visitor.to(service).send("/dashboard/login", Map.of("key", Service.OPERATOR_KEY));

    assertThat(seen.header("Set-Cookie"))
        .matches("pelcro_dashboard=[A-Za-z0-9_-]{43}; Max-Age=43200;.*")
        .endsWith("; Path=/dashboard; HttpOnly; SameSite=Strict; Secure");
    assertThat(seen.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void a_site_key_sees_its_site_and_no_other() {
    var other = Shop.open(service);
    var visitor = Visitor.holding(service, shop.key());

    assertThat(visitor.get("/dashboard").location()).isEqualTo(home);
    assertThat(visitor.get(home).status()).isEqualTo(200);
    assertThat(visitor.get("/dashboard/sites/" + other.site()).status()).isEqualTo(404);
    assertThat(visitor.get("/dashboard/sites").status()).isEqualTo(404);
    assertThat(visitor.get("/dashboard/sites/new").status()).isEqualTo(404);
    assertThat(visitor.get(home).text()).doesNotContain("switch-site", "All sites");
  }

  @Test
  void the_operator_switches_between_sites() {
    var other = Shop.open(service);
    var visitor = Visitor.operator(service);

    assertThat(visitor.get(home).text()).contains("switch-site", other.site());
    assertThat(visitor.get("/dashboard/switch?site=" + other.site()).location())
        .isEqualTo("/dashboard/sites/" + other.site());
  }

  @Test
  void a_wrong_key_opens_nothing_and_is_not_shown_again() {
    var seen = Visitor.to(service).send("/dashboard/login", Map.of("key", "sk_wrong"));

    assertThat(seen.status()).isEqualTo(401);
    assertThat(seen.text()).contains("This key is not in force").doesNotContain("sk_wrong");
    assertThat(seen.header("Set-Cookie")).isEmpty();
  }

  @Test
  void many_wrong_keys_have_to_wait() {
    var visitor = Visitor.to(service);
    for (int tried = 0; tried < LoginLimit.TRIES; tried++) {
      assertThat(visitor.send("/dashboard/login", Map.of("key", "sk_" + tried)).status())
          .isEqualTo(401);
    }

    var late = visitor.send("/dashboard/login", Map.of("key", Service.OPERATOR_KEY));
    assertThat(late.status()).isEqualTo(429);
    assertThat(late.header("Retry-After")).isEqualTo("60");
    assertThat(late.text()).contains("Wait a few minutes");

    service.clock().pass(Duration.ofMinutes(10));
    assertThat(visitor.send("/dashboard/login", Map.of("key", Service.OPERATOR_KEY)).status())
        .isEqualTo(303);
  }

  @Test
  void good_keys_do_not_count() {
    for (int tried = 0; tried < 2 * LoginLimit.TRIES; tried++) {
      assertThat(Visitor.operator(service).cookie()).isNotEmpty();
    }
  }

  @Test
  void a_session_ends_when_nothing_happens_for_half_an_hour() {
    var visitor = Visitor.operator(service);
    service.clock().pass(Duration.ofMinutes(29));
    assertThat(visitor.get(home).status()).isEqualTo(200);
    service.clock().pass(Duration.ofMinutes(29));
    assertThat(visitor.get(home).status()).isEqualTo(200);

    service.clock().pass(Duration.ofMinutes(30));

    assertThat(visitor.get(home).status()).isEqualTo(303);
  }

  @Test
  void a_page_that_reloads_itself_keeps_no_session_alive() {
    var visitor = Visitor.operator(service);
    service.clock().pass(Duration.ofMinutes(20));
    assertThat(visitor.get(home + "?live=yes").status()).isEqualTo(200);
    service.clock().pass(Duration.ofMinutes(10));

    assertThat(visitor.get(home).status()).isEqualTo(303);
  }

  @Test
  void a_session_ends_after_half_a_day_whatever_happens() {
    var visitor = Visitor.operator(service);
    for (int look = 0; look < 35; look++) {
      service.clock().pass(Duration.ofMinutes(20));
      assertThat(visitor.get(home).status()).isEqualTo(200);
    }

    service.clock().pass(Duration.ofMinutes(20));

    assertThat(visitor.get(home).status()).isEqualTo(303);
  }

  @Test
  void a_revoked_key_ends_its_sessions_at_once() {
    var issued = shop.client().post(shop.path("/api-keys"), "{\"name\": \"leaving\"}");
    var visitor = Visitor.holding(service, issued.at("/key"));
    assertThat(visitor.get(home).status()).isEqualTo(200);

    shop.client().delete(shop.path("/api-keys/" + issued.id()));

    assertThat(visitor.get(home).status()).isEqualTo(303);
  }

  @Test
  void who_logs_out_is_out_even_with_the_cookie_kept() {
    var visitor = Visitor.operator(service);
    var cookie = visitor.cookie();

    var left = visitor.fill(home, "/dashboard/logout", Map.of());

    assertThat(left.location()).isEqualTo("/dashboard/login");
    assertThat(left.header("Set-Cookie")).startsWith("pelcro_dashboard=; Max-Age=0");
    assertThat(visitor.keeping(cookie).get(home).status()).isEqualTo(303);
  }

  @Test
  void who_is_logged_in_needs_no_log_in() {
    assertThat(Visitor.operator(service).get("/dashboard/login").location())
        .isEqualTo("/dashboard");
  }

  @ParameterizedTest
  @CsvSource({
    "https://evil.example/",
    "//evil.example",
    "/dashboard/../v1/sites",
    "/dashboardevil",
    "/docs",
    "javascript:alert(1)"
  })
  void nobody_is_led_elsewhere_after_logging_in(String next) {
    var seen =
        Visitor.to(service)
            .send("/dashboard/login", Map.of("key", Service.OPERATOR_KEY, "next", next));

    assertThat(seen.location()).isEqualTo("/dashboard");
  }

  @Test
  void a_log_in_sent_from_another_site_is_refused() {
    var seen =
        Visitor.to(service)
            .with("Origin", "https://evil.example")
            .send("/dashboard/login", Map.of("key", Service.OPERATOR_KEY));

    assertThat(seen.status()).isEqualTo(403);
    assertThat(seen.header("Set-Cookie")).isEmpty();
  }

  @Test
  void a_part_of_a_page_asked_for_without_a_session_leads_to_the_log_in() {
    var seen = Visitor.to(service).with("HX-Request", "true").get(home + "/charges");

    assertThat(seen.status()).isEqualTo(401);
    assertThat(seen.header("HX-Redirect")).isEqualTo("/dashboard/login");
  }
}
