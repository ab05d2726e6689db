package com.pelcro.payments.http.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.domain.site.GatewayId;
import com.pelcro.payments.domain.site.Integration;
import com.pelcro.payments.domain.site.SiteId;
import com.pelcro.payments.http.Service;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The documented path: Integrations, the gateway, Configure, save.
class IntegrationPagesTest {

  private static final String SECRET = "c2VjcmV0IQ==";

  private final Service service = Service.start();
  private final Visitor visitor = Visitor.operator(service);
  private final String site = site();
  private final String home = "/dashboard/sites/" + site;
  private final String memory = home + "/integrations/memory";

  @AfterEach
  void stop() {
    service.close();
  }

  private String site() {
    return service
        .operator()
        .post("/v1/sites", "{\"name\": \"The Daily\", \"url\": \"https://daily.example\"}")
        .id();
  }

  private Optional<Integration> stored() {
    return service.storage().integrations().find(new SiteId(site), new GatewayId("memory"));
  }

  private Visitor.Seen save(Map<String, String> fields) {
    var all = new java.util.LinkedHashMap<String, String>();
    all.put("environment", "sandbox");
    all.put("settings.merchant_id", "acme");
    all.put("settings.key_id", "k1");
    all.put("settings.secret_key", SECRET);
    all.put("supported_currency", "EUR");
    all.put("status", "enabled");
    all.put("additional_supported_sites", "https://shop.daily.example\r\n");
    all.putAll(fields);
    return send(all);
  }

  private Visitor.Seen send(Map<String, String> fields) {
    var hidden = visitor.get(memory + "/configure").hidden(memory + "/configure");
    var all = new java.util.LinkedHashMap<>(hidden);
    all.putAll(fields);
    var body =
        all.entrySet().stream()
            .map(one -> one.getKey() + "=" + encoded(one.getValue()))
            .collect(Collectors.joining("&"));
    return visitor.post(
        memory + "/configure", body + "&card_networks=visa&card_networks=mastercard");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void the_sidebar_leads_to_the_gateway_and_to_its_form() {
    assertThat(visitor.get(home).text())
        .contains("<a href=\"" + home + "/integrations\">Integrations</a>");
    assertThat(visitor.get(home + "/integrations").text())
        .contains("<a href=\"" + memory + "\">Memory</a>");
    assertThat(visitor.get(memory).text())
        .contains("href=\"" + memory + "/configure\">Configure Memory</a>")
        .contains("3-D Secure", "Real-time notifications by the gateway", "Euro (EUR)")
        .contains("American Express");
    assertThat(visitor.get(memory + "/configure").text())
        .contains("Merchant ID", "Key ID", "Secret Key", "Supported Currency", "Status")
        .contains("Additional Supported Sites");
  }

  @Test
  void what_is_saved_is_what_was_typed() {
    var saved = save(Map.of());

    assertThat(saved.location()).isEqualTo(memory + "?done=configured");
    var integration = stored().orElseThrow();
    assertThat(integration.credentials().value("merchant_id")).isEqualTo("acme");
    assertThat(integration.credentials().secret("secret_key").reveal()).isEqualTo(SECRET);
    assertThat(integration.currency().getCurrencyCode()).isEqualTo("EUR");
    assertThat(integration.isEnabled()).isTrue();
    assertThat(integration.additionalSites()).hasToString("[https://shop.daily.example]");
    assertThat(integration.networks()).hasSize(2);
  }

  @Test
  void a_secret_is_never_shown_again_and_stays_when_left_empty() {
    assertThat(save(Map.of()).status()).isEqualTo(303);

    var form = visitor.get(memory + "/configure");
    assertThat(form.text()).contains("Set on 2 Mar 2026").doesNotContain(SECRET);
    assertThat(save(Map.of("settings.secret_key", "", "status", "disabled")).status())
        .isEqualTo(303);

    var integration = stored().orElseThrow();
    assertThat(integration.credentials().secret("secret_key").reveal()).isEqualTo(SECRET);
    assertThat(integration.isEnabled()).isFalse();
    assertThat(visitor.get(memory).text()).contains("Disabled").doesNotContain(SECRET);
  }

  @Test
  void faults_stand_at_their_fields_and_the_secret_is_not_sent_back() {
    var seen =
        save(
            Map.of(
                "environment", "",
                "settings.merchant_id", "",
                "supported_currency", "GBP",
                "additional_supported_sites", "ftp://x"));

    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.text())
        .contains("id=\"environment-fault\"", "id=\"supported_currency-fault\"")
        .contains("id=\"faults\"", "href=\"#environment\"")
        .doesNotContain(SECRET);
    assertThat(stored()).isEmpty();
  }

  @Test
  void what_the_gateway_does_not_take_stands_at_its_field() {
    var seen =
        save(
            Map.of(
                "settings.merchant_id",
                "",
                "additional_supported_sites",
                "https://ok.example\nhttps://daily.example/path"));

    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.text())
        .contains("Merchant ID is required", "id=\"settings.merchant_id-fault\"")
        .contains("https://daily.example/path has a path")
        .contains("aria-describedby=\"settings.merchant_id-fault settings.merchant_id-help\"");
  }

  @Test
  void going_live_has_to_be_meant() {
    assertThat(save(Map.of("environment", "live")).text()).contains("id=\"really_live-fault\"");
    assertThat(stored()).isEmpty();

    assertThat(save(Map.of("environment", "live", "really_live", "yes")).status()).isEqualTo(303);
    assertThat(visitor.get(home).text()).contains("What is done here moves real money");
    assertThat(save(Map.of("environment", "live")).status()).isEqualTo(303);
  }

  @Test
  void the_sandbox_is_told_on_every_page() {
    assertThat(save(Map.of()).status()).isEqualTo(303);

    assertThat(visitor.get(home + "/charges").text()).contains("No real money moves here");
  }

  @Test
  void the_connection_is_tried_and_its_troubles_told_apart() {
    assertThat(save(Map.of()).status()).isEqualTo(303);
    assertThat(visitor.fill(memory, memory + "/test", Map.of()).text()).contains("It works");

    service.gateway().refuseNextConnection();
    assertThat(visitor.fill(memory, memory + "/test", Map.of()).text()).contains("Unreachable");

    service.gateway().revoke(stored().orElseThrow().credentials());
    var part = visitor.with("HX-Request", "true").fill(memory, memory + "/test", Map.of());
    assertThat(part.text()).contains("Credentials rejected").doesNotContain("<html");
  }

  @Test
  void an_integration_is_removed_after_asking_again() {
    assertThat(save(Map.of()).status()).isEqualTo(303);

    assertThat(visitor.get(memory + "/remove").text()).contains("Yes, remove it");
    var removed = visitor.fill(memory + "/remove", memory + "/remove", Map.of());

    assertThat(removed.location()).isEqualTo(home + "/integrations?done=removed");
    assertThat(stored()).isEmpty();
    assertThat(visitor.get(memory + "/remove").status()).isEqualTo(404);
  }

  @Test
  void a_gateway_that_is_not_there_is_not_found() {
    assertThat(visitor.get(home + "/integrations/nowhere/configure").status()).isEqualTo(404);
    assertThat(visitor.get(home + "/integrations/UPPER%20CASE").status()).isEqualTo(404);
  }
}
