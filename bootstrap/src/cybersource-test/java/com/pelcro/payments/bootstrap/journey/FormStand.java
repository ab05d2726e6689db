package com.pelcro.payments.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.openqa.selenium.chrome.ChromeDriver;

/// A shop whose page frames the card form, and a browser that shows the page.
record FormStand(RunningService service, ShopPage page, FormOnPage form, Shop shop)
    implements AutoCloseable {

  static final int PORT = freePort();
  static final String SERVER = "http://localhost:" + PORT;

  static final int WIDTH = 700;
  static final int HEIGHT = 1400;

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A gateway for a service at an address that a browser and the gateway know it by.
  static SimulatorStage stage() {
    return new SimulatorStage(
        Map.of("PAYMENTS_HTTP_PORT", Integer.toString(PORT), "PAYMENTS_PUBLIC_URL", SERVER));
  }

  static FormStand open(RunningService service, SimulatorStage stage, ChromeDriver browser)
      throws IOException {
    var page = new ShopPage();
    var form = new FormOnPage(browser);
    form.resize(WIDTH, HEIGHT);
    return new FormStand(service, page, form, shop(service, stage, page));
  }

  private static Shop shop(RunningService service, SimulatorStage stage, ShopPage page) {
    var operator = service.operator();
    var merchant = stage.merchant();
    var site = operator.post("/v1/sites", Map.of("name", "The Daily", "url", page.origin())).id();
    var path = "/v1/sites/" + site;
    var integration =
        operator.put(path + "/integrations/cybersource", merchant.integration("enabled"));
    assertThat(integration.status()).as("%s", integration.body()).isEqualTo(201);
    var customer = operator.post(path + "/customers", Map.of()).id();
    return new Shop(operator, stage, merchant, site, customer);
  }

  /// Frames a new form, which charges this amount.
  Answer show(long amount) {
    var session = shop.session();
    show(session, amount);
    return session;
  }

  void show(Answer session, long amount) {
    page.show(session.text("/form_url"), card -> pay(card, amount));
    form.open(page.origin() + "/");
    form.awaitReady();
  }

  private String pay(Map<String, Object> card, long amount) {
    var charge = shop.charge(Shop.with(card, Map.of("amount", amount)));
    var decline = charge.text("/decline/code");
    return charge.text("/status") + (decline.isEmpty() ? "" : " " + decline);
  }

  /// What the shop's page says of the charge.
  String outcome() {
    var outcome = "document.getElementById('outcome').textContent";
    FormOnPage.patience("the outcome").until(() -> !form.around(outcome).asText().isEmpty());
    return form.around(outcome).asText();
  }

  /// What the shop's page heard of one type.
  List<JsonNode> heard(String type) {
    return StreamSupport.stream(form.around("heard").spliterator(), false)
        .filter(message -> message.at("/data/type").asText().equals(type))
        .toList();
  }

  void awaitTitle(String title) {
    FormOnPage.patience(title).until(() -> form.around("document.title").asText().equals(title));
  }

  /// Lets a session end so long before or after now.
  void expire(Answer session, String when) throws SQLException {
    var _ =
        service.sql(
            "UPDATE card_sessions SET expires_at = now() %s WHERE session_id = '%s'"
                .formatted(when, session.id()));
  }

  @Override
  public void close() {
    form.resetSize();
    page.close();
  }
}
