package com.pelcro.payments.simulator.microform;

import static com.pelcro.payments.simulator.TestRequests.code;
import static com.pelcro.payments.simulator.TestRequests.payment;
import static com.pelcro.payments.simulator.TestRequests.year;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.pelcro.payments.simulator.Simulator;
import com.pelcro.payments.simulator.SimulatorOptions;
import com.pelcro.payments.simulator.TestMerchant;
import com.pelcro.payments.simulator.browser.WithBrowser;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/// A shop's page in a real browser.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(WithBrowser.class)
class BrowserLibraryTest {

  private static final String PAGE =
      """
      <!doctype html><div id="number" style="width:300px;height:40px"></div>
      <div id="code" style="width:300px;height:40px"></div>
      <script src="{{library}}" integrity="{{integrity}}" crossorigin="anonymous"></script>
      <script>
        const events = [];
        const heard = [];
        addEventListener('message', message => { heard.push(JSON.stringify(message.data)); });
        const flex = new Flex('{{context}}');
        const form = flex.microform('card', {styles: {input: {color: 'red'}, invalid: {color: 'blue'}}});
        const number = form.createField('number', {placeholder: 'Card number'});
        const code = form.createField('securityCode');
        number.on('change', data => { events.push(data); });
        let focused = '';
        number.on('focus', () => { focused = 'number'; });
        code.on('focus', () => { focused = 'code'; });
        const ready = Promise.all([number, code].map(field => new Promise(done => field.on('load', done))));
        number.load('#number');
        code.load(document.querySelector('#code'));
        const create = options => new Promise(done => form.createToken(options, (error, token) => done(
            error ? {name: error.name, reason: error.reason, details: error.details} : {token: token})));
        const until = test => new Promise(done => {
          const look = () => test() ? done(true) : setTimeout(look, 20); look(); });
      </script>
      """;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Simulator simulator;
  private TestMerchant merchant;
  private HttpServer shop;
  private ChromeDriver browser;
  private String page = "";
  private String context = "";

  @BeforeAll
  void start(ChromeDriver browser) throws IOException {
    this.browser = browser;
    simulator = Simulator.start(SimulatorOptions.ephemeral());
    merchant = TestMerchant.standard(simulator);
    shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    shop.createContext(
        "/",
        exchange -> {
          var bytes = page.getBytes(UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    shop.start();
  }

  @AfterAll
  void stop() {
    shop.stop(0);
    simulator.close();
  }

  /// A frame of another process may miss the first click; what is typed goes where the focus is.
  private void fill(String field, String text) {
    Awaitility.await()
        .until(
            () -> {
              browser.findElement(By.id(field)).click();
              return evaluate("focused").asText().equals(field);
            });
    new Actions(browser).sendKeys(text).perform();
  }

  private void show(String origin) throws IOException {
    var session =
        """
        {"targetOrigins": ["%s"], "clientVersion": "v2", "allowedCardNetworks": ["VISA", "AMEX"]}\
        """
            .formatted(origin);
    context = merchant.post("/microform/v2/sessions", session).text();
    var data = claims(context).at("/ctx/0/data");
    page =
        PAGE.replace("{{library}}", data.path("clientLibrary").asText())
            .replace("{{integrity}}", data.path("clientLibraryIntegrity").asText())
            .replace("{{context}}", context);
    browser.get(shopOrigin() + "/");
    Awaitility.await().until(() -> evaluate("document.readyState").asText().equals("complete"));
    if (origin.equals(shopOrigin())) {
      assertThat(evaluate("ready.then(() => 'loaded')").asText()).isEqualTo("loaded");
    }
  }

  /// The value of an expression in the page; a promise is waited for.
  private JsonNode evaluate(String expression) {
    return MAPPER.valueToTree(browser.executeScript("return " + expression));
  }

  private String shopOrigin() {
    return "http://localhost:" + shop.getAddress().getPort();
  }

  private static JsonNode claims(String token) throws IOException {
    return MAPPER.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
  }

  private RSAKey contextKey() throws Exception {
    return RSAKey.parse(claims(context).at("/flx/jwk").toString());
  }

  private JsonNode create(String month) {
    return evaluate("create({expirationMonth: '" + month + "', expirationYear: '" + year() + "'})");
  }

  @Test
  void a_typed_card_pays() throws Exception {
    show(shopOrigin());
    fill("number", "4111111111111111");
    fill("code", "123");
    evaluate("until(() => code.valid && number.valid)");
    var change = evaluate("events[events.length - 1]");
    assertThat(change.at("/card/0/name").asText()).isEqualTo("visa");
    assertThat(change.path("couldBeValid").asBoolean()).isTrue();
    var token = create("12").path("token").asText();
    assertThat(JWSObject.parse(token).verify(new RSASSAVerifier(contextKey()))).isTrue();
    var card = claims(token).at("/content/paymentInformation/card");
    assertThat(card.at("/number/maskedValue").asText()).isEqualTo("XXXXXXXXXXXX1111");
    assertThat(card.path("securityCode").isObject()).isTrue();
    var body =
        payment(
            code(),
            "1.00",
            "{}",
            "{}",
            ", \"tokenInformation\": {\"transientTokenJwt\": \"" + token + "\"}");
    assertThat(merchant.post("/pts/v2/payments", body).at("status")).isEqualTo("AUTHORIZED");
  }

  @Test
  void what_is_wrong_is_named() throws IOException {
    show(shopOrigin());
    assertThat(create("13").path("reason").asText()).isEqualTo("CREATE_TOKEN_VALIDATION_PARAMS");
    var empty = create("12");
    assertThat(empty.path("name").asText()).isEqualTo("MicroformError");
    assertThat(empty.path("reason").asText()).isEqualTo("CREATE_TOKEN_VALIDATION_FIELDS");
    assertThat(empty.path("details").findValuesAsText("location"))
        .containsExactly("number", "securityCode");
  }

  @Test
  void a_mistyped_number_is_named() throws IOException {
    show(shopOrigin());
    fill("number", "4111111111111112");
    fill("code", "123");
    evaluate("until(() => code.valid)");
    var refused = create("12");
    assertThat(refused.path("reason").asText()).isEqualTo("CREATE_TOKEN_VALIDATION_FIELDS");
    assertThat(refused.path("details").findValuesAsText("location")).containsExactly("number");
  }

  @Test
  void the_fields_are_another_origins_frames() throws IOException {
    show(shopOrigin());
    for (var field : List.of("#number", "#code")) {
      var frame = "document.querySelector('" + field + " iframe')";
      assertThat(evaluate("new URL(" + frame + ".src).origin").asText())
          .isEqualTo(simulator.url())
          .isNotEqualTo(shopOrigin());
      assertThat(evaluate(frame + ".contentDocument").isNull()).isTrue();
      var look = "(() => { try { return " + frame + ".contentWindow.document.title } ";
      assertThat(evaluate(look + "catch (error) { return error.name } })()").asText())
          .isEqualTo("SecurityError");
    }
  }

  @Test
  void the_page_never_sees_the_digits() throws IOException {
    show(shopOrigin());
    fill("number", "4111111111111111");
    fill("code", "987");
    evaluate("until(() => code.valid && number.valid)");
    var token = create("12").path("token").asText();
    var seen =
        evaluate("heard.join() + JSON.stringify(events)").asText().replace(token, "")
            + evaluate("document.documentElement.outerHTML").asText().replace(context, "");
    assertThat(seen).contains("couldBeValid").contains("<iframe");
    assertThat(seen).doesNotContain("4111").doesNotContain("1111").doesNotContain("987\"");
  }

  @Test
  void another_sites_page_gets_no_fields() throws IOException {
    show("https://shop.example");
    assertThat(create("12").path("reason").asText()).isEqualTo("CREATE_TOKEN_NO_FIELDS_LOADED");
  }
}
