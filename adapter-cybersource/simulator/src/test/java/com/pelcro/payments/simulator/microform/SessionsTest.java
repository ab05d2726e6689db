package com.pelcro.payments.simulator.microform;

import static com.pelcro.payments.simulator.TestRequests.code;
import static com.pelcro.payments.simulator.TestRequests.payment;
import static com.pelcro.payments.simulator.TestRequests.session;
import static com.pelcro.payments.simulator.TestRequests.year;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.pelcro.payments.simulator.Simulator;
import com.pelcro.payments.simulator.SimulatorOptions;
import com.pelcro.payments.simulator.TestMerchant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionsTest {

  private static final String SESSIONS = "/microform/v2/sessions";

  private Simulator simulator;
  private TestMerchant merchant;

  @BeforeAll
  void start() {
    simulator = Simulator.start(SimulatorOptions.ephemeral());
    merchant = TestMerchant.standard(simulator);
  }

  @AfterAll
  void stop() {
    simulator.close();
  }

  @Test
  void a_session_is_a_bare_signed_token() throws Exception {
    var answer = merchant.post(SESSIONS, session());
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("content-type")).isEqualTo("application/jwt");
    var context = JWSObject.parse(answer.text());
    assertThat(context.getHeader().toJSONObject())
        .containsOnlyKeys("kid", "alg")
        .containsEntry("kid", "zu");
    var key = RSAKey.parse(merchant.own("GET", "/flex/v2/public-keys/zu", "").text());
    assertThat(context.verify(new RSASSAVerifier(key))).isTrue();
    var claims = claims(context);
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(900);
    assertThat(claims.path("jti").asText()).hasSize(16);
    assertThat(claims.at("/flx/jwk/kid").asText()).startsWith("08").hasSize(32);
    assertThat(claims.at("/flx/jwk/d").isMissingNode()).isTrue();
    assertThat(claims.at("/flx/origin").asText()).isEqualTo(simulator.url());
    assertThat(claims.at("/ctx/0/data/clientLibrary").asText()).startsWith(simulator.url());
    assertThat(claims.at("/ctx/0/data/targetOrigins/0").asText()).isEqualTo("https://shop.example");
  }

  @Test
  void two_sessions_have_two_keys() throws Exception {
    assertThat(sessionKey(merchant.post(SESSIONS, session()).text()))
        .isNotEqualTo(sessionKey(merchant.post(SESSIONS, session()).text()));
  }

  @ParameterizedTest
  @CsvSource({
    "https://shop.example, http://shop.example, targetOrigins",
    "https://shop.example, https://*.example, targetOrigins",
    "https://shop.example, https://shop.example/path, targetOrigins",
    "VISA, VISTA, allowedCardNetworks",
    "\"v2\", \"v1\", clientVersion"
  })
  void a_malformed_session_is_refused(String right, String wrong, String location) {
    var answer = merchant.post(SESSIONS, session().replace(right, wrong));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("responseStatus.details.0.location")).isEqualTo(location);
  }

  @Test
  void a_typed_card_becomes_a_token_signed_with_the_sessions_key() throws Exception {
    var context = merchant.post(SESSIONS, session()).text();
    var token = JWSObject.parse(token(context, "4111111111111111"));
    var key = sessionKey(context);
    assertThat(token.getHeader().getKeyID()).isEqualTo(key.getKeyID());
    assertThat(token.verify(new RSASSAVerifier(key.toRSAPublicKey()))).isTrue();
    var claims = claims(token);
    assertThat(claims.path("jti").asText()).matches("[0-9A-Z]{64}");
    var jti = claims.path("jti").asText();
    assertThat(Long.parseLong(jti.substring(52, 60), 16)).isEqualTo(claims.path("exp").asLong());
    var card = claims.at("/content/paymentInformation/card");
    assertThat(card.at("/number/detectedCardTypes/0").asText()).isEqualTo("001");
    assertThat(card.at("/number/maskedValue").asText()).isEqualTo("XXXXXXXXXXXX1111");
    assertThat(card.at("/number/bin").asText()).isEqualTo("411111");
    assertThat(card.path("securityCode").isObject()).isTrue();
    assertThat(token.getPayload().toString()).doesNotContain("4111111111111111");
  }

  @ParameterizedTest
  @CsvSource({"true, 41111111", "false, ''"})
  void the_prefix_is_as_long_as_asked(String wanted, String prefix) throws Exception {
    var options = "{\"transientTokenResponseOptions\": {\"includeCardPrefix\": " + wanted + "},";
    var context = merchant.post(SESSIONS, session().replaceFirst("\\{", options)).text();
    var claims = claims(JWSObject.parse(token(context, "4111111111111111")));
    assertThat(claims.at("/content/paymentInformation/card/number/bin").asText()).isEqualTo(prefix);
  }

  @Test
  void a_co_branded_card_has_several_types() throws Exception {
    var context = merchant.post(SESSIONS, session()).text();
    var claims = claims(JWSObject.parse(token(context, "4970110000001029")));
    assertThat(claims.at("/content/paymentInformation/card/number/detectedCardTypes").toString())
        .isEqualTo("[\"036\",\"001\"]");
  }

  @ParameterizedTest
  @CsvSource({
    "4111111111111112, 12, number",
    "3566111111111113, 12, number",
    "4111111111111111, 13, expirationMonth"
  })
  void a_card_the_form_would_refuse_is_refused(String number, String month, String location) {
    var context = merchant.post(SESSIONS, session()).text();
    var answer =
        merchant.own(
            "POST",
            "/simulator/cards",
            typed(context, number).replace("\"12\"", "\"" + month + "\""));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("responseStatus.details.0.location")).isEqualTo(location);
  }

  @Test
  void a_token_pays_once_and_survives_a_decline() {
    var token = token(merchant.post(SESSIONS, session()).text(), "4111111111111111");
    assertThat(pay(token, "2051.00").at("status")).isEqualTo("DECLINED");
    assertThat(pay(token, "20.00").at("status")).isEqualTo("AUTHORIZED");
    var again = pay(token, "20.00");
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.at("details.0.field")).isEqualTo("tokenInformation.transientTokenJwt");
  }

  @Test
  void another_merchant_cannot_use_a_token() {
    var token = token(merchant.post(SESSIONS, session()).text(), "4111111111111111");
    var other = TestMerchant.another(simulator);
    var body =
        payment(
            code(),
            "1.00",
            "{}",
            "{}",
            ", \"tokenInformation\": {\"transientTokenJwt\": \"" + token + "\"}");
    assertThat(other.post("/pts/v2/payments", body).status()).isEqualTo(400);
  }

  @Test
  void the_short_name_of_a_token_pays_too() throws Exception {
    var token = token(merchant.post(SESSIONS, session()).text(), "378282246310005");
    var jti = claims(JWSObject.parse(token)).path("jti").asText();
    var more = ", \"tokenInformation\": {\"jti\": \"" + jti + "\"}";
    var answer = merchant.post("/pts/v2/payments", payment(code(), "1.00", "{}", "{}", more));
    assertThat(answer.at("paymentInformation.card.type")).isEqualTo("003");
    assertThat(answer.at("processorInformation.cardVerification.resultCode")).isEqualTo("M");
  }

  private TestMerchant.Answer pay(String token, String amount) {
    var more = ", \"tokenInformation\": {\"transientTokenJwt\": \"" + token + "\"}";
    return merchant.post("/pts/v2/payments", payment(code(), amount, "{}", "{}", more));
  }

  private String token(String context, String number) {
    return merchant.own("POST", "/simulator/cards", typed(context, number)).at("transient_token");
  }

  private static String typed(String context, String number) {
    return """
    {"capture_context": "%s", "number": "%s", "expiration_month": "12", "expiration_year": "%d",
     "security_code": "%s"}\
    """
        .formatted(context, number, year(), number.startsWith("37") ? "1234" : "123");
  }

  private static RSAKey sessionKey(String context) throws Exception {
    return RSAKey.parse(claims(JWSObject.parse(context)).at("/flx/jwk").toString());
  }

  private static JsonNode claims(JWSObject token) throws Exception {
    return new ObjectMapper().readTree(token.getPayload().toString());
  }
}
