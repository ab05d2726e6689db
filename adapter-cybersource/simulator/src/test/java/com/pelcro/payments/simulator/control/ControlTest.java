package com.pelcro.payments.simulator.control;

import static com.pelcro.payments.simulator.TestRequests.code;
import static com.pelcro.payments.simulator.TestRequests.sale;
import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.simulator.Simulator;
import com.pelcro.payments.simulator.SimulatorOptions;
import com.pelcro.payments.simulator.TestMerchant;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ControlTest {

  private static final String PAYMENTS = "/pts/v2/payments";

  private Simulator simulator;
  private TestMerchant merchant;

  @BeforeAll
  void start() {
    simulator = Simulator.start(SimulatorOptions.ephemeral().withTls());
    merchant = TestMerchant.standard(simulator);
  }

  @AfterAll
  void stop() {
    simulator.close();
  }

  private TestMerchant.Answer own(String method, String path) {
    return merchant.own(method, path, "");
  }

  @Test
  void requests_are_logged_without_card_data() {
    var code = code();
    merchant.post(PAYMENTS, sale(code, "1.00"));
    var text = own("GET", "/simulator/requests?path_prefix=" + PAYMENTS).text();
    assertThat(text)
        .contains(code)
        .contains("signature=\\\"***\\\"")
        .doesNotContain("4111111111111111")
        .doesNotContain("\"securityCode\":\"123\"");
  }

  @Test
  void requests_after_an_id_are_the_later_ones() {
    merchant.post(PAYMENTS, sale(code(), "1.00"));
    var all = own("GET", "/simulator/requests").json().path("data");
    var last = all.get(all.size() - 1).path("id").asText();
    merchant.post(PAYMENTS, "{}");
    var later = own("GET", "/simulator/requests?after=" + last).json().path("data");
    assertThat(later.size()).isEqualTo(1);
    assertThat(later.at("/0/status").asInt()).isEqualTo(400);
  }

  @Test
  void the_ledger_can_be_narrowed() {
    var code = code();
    var first = merchant.post(PAYMENTS, sale(code + "A", "1.00")).at("id");
    merchant.post(PAYMENTS, sale(code + "B", "2.00"));
    assertThat(merchant.ledger(code).path("data").size()).isEqualTo(2);
    assertThat(merchant.ledger(code + "B").path("data").size()).isEqualTo(1);
    var after = own("GET", "/simulator/ledger?code_prefix=" + code + "&after=" + first).json();
    assertThat(after.at("/data/0/amount").asLong()).isEqualTo(200);
    assertThat(after.at("/totals/EUR/captured").asLong()).isEqualTo(200);
    assertThat(own("GET", "/simulator/ledger?merchant_id=nobody").json().path("data").size())
        .isZero();
    assertThat(
            own("GET", "/simulator/ledger?after=2999-01-01T00:00:00Z").json().path("data").size())
        .isZero();
  }

  @Test
  void a_forgotten_key_signs_no_more() {
    var other = TestMerchant.another(simulator);
    assertThat(other.post(PAYMENTS, "{}").status()).isEqualTo(400);
    var keys = own("GET", "/simulator/merchants").json().path("data");
    for (var key : keys) {
      if (key.path("merchant_id").asText().equals(other.id())) {
        own("DELETE", "/simulator/merchants/keys/" + key.path("key_id").asText());
      }
    }
    assertThat(other.post(PAYMENTS, "{}").status()).isEqualTo(401);
    assertThat(keys.toString()).doesNotContain("secret");
  }

  @Test
  void a_reset_forgets_money_but_not_keys() {
    var id = merchant.post(PAYMENTS, sale(code(), "1.00")).at("id");
    merchant.own("PUT", "/simulator/settings", "{\"strict\": true}");
    assertThat(own("POST", "/simulator/reset").status()).isEqualTo(204);
    assertThat(merchant.get("/tss/v2/transactions/" + id).status()).isEqualTo(404);
    assertThat(own("GET", "/simulator/settings").json().path("strict").asBoolean()).isFalse();
    assertThat(merchant.ledger("").path("data").size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"speed\": 1}", "{\"strict\": 1}", "{\"search_lag_millis\": true}"})
  void unknown_switches_are_refused(String settings) {
    assertThat(merchant.own("PUT", "/simulator/settings", settings).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"merchant_id\": \"m\", \"key_id\": \"k\", \"secret_key\": \"not base64!\"}"
      })
  void a_malformed_merchant_is_refused(String body) {
    assertThat(merchant.own("POST", "/simulator/merchants", body).status()).isEqualTo(400);
  }

  @Test
  void an_unknown_path_is_not_found() {
    assertThat(merchant.get("/pts/v9/payments").status()).isEqualTo(404);
    assertThat(own("GET", "/simulator/nothing").status()).isEqualTo(404);
  }

  @Test
  void its_own_certificate_opens_the_secure_port() throws Exception {
    var pem = own("GET", "/simulator/certificate").text();
    var certificate =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry("simulator", certificate);
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    var port = simulator.tlsPort().orElseThrow();
    var uri = URI.create("https://localhost:" + port + "/flex/v2/public-keys/zu");
    try (var client = HttpClient.newBuilder().sslContext(tls).build()) {
      var answer = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
    }
  }
}
