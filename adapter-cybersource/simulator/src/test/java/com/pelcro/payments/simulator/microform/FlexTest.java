package com.pelcro.payments.simulator.microform;

import static com.pelcro.payments.simulator.TestRequests.code;
import static com.pelcro.payments.simulator.TestRequests.payment;
import static com.pelcro.payments.simulator.TestRequests.year;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import com.pelcro.payments.simulator.Simulator;
import com.pelcro.payments.simulator.SimulatorOptions;
import com.pelcro.payments.simulator.TestMerchant;
import com.pelcro.payments.simulator.TestMerchant.Answer;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlexTest {

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

  private Answer key(String format, String encryption) {
    var body =
        "{\"encryptionType\": \"" + encryption + "\", \"targetOrigin\": \"https://shop.example\"}";
    return merchant.post("/flex/v1/keys?format=" + format, body);
  }

  private Answer token(String keyId, String number, String type) {
    var body =
        "{\"keyId\": \"%s\", \"cardInfo\": {\"cardNumber\": \"%s\", \"cardType\": \"%s\"}}"
            .formatted(keyId, number, type);
    return merchant.own("POST", "/flex/v1/tokens", body);
  }

  private static String encrypt(Answer key, String hash, MGF1ParameterSpec mask) throws Exception {
    var cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
    var padding = new OAEPParameterSpec(hash, "MGF1", mask, PSource.PSpecified.DEFAULT);
    var jwk = RSAKey.parse(key.json().path("jwk").toString()).toRSAPublicKey();
    cipher.init(Cipher.ENCRYPT_MODE, jwk, padding);
    return Base64.getEncoder().encodeToString(cipher.doFinal("4111111111111111".getBytes(UTF_8)));
  }

  @Test
  void an_encrypted_number_becomes_a_signed_token() throws Exception {
    var key = key("legacy", "RsaOaep256");
    assertThat(key.status()).isEqualTo(200);
    assertThat(key.at("keyId")).startsWith("08").hasSize(32);
    var number = encrypt(key, "SHA-256", MGF1ParameterSpec.SHA256);
    var token = token(key.at("keyId"), number, "001");
    assertThat(token.status()).isEqualTo(200);
    assertThat(token.at("maskedPan")).isEqualTo("411111XXXXXX1111");
    assertThat(token.header("access-control-allow-origin")).isEqualTo("https://shop.example");
    assertThat(isSigned(key, token)).isTrue();
    var identifier = merchant.get("/tms/v1/instrumentidentifiers/" + token.at("token"));
    assertThat(identifier.at("card.number")).isEqualTo("411111XXXXXX1111");
  }

  private static boolean isSigned(Answer key, Answer token) throws Exception {
    var text =
        Arrays.stream(token.at("signedFields").split(",", -1))
            .map(token::at)
            .collect(Collectors.joining(","));
    var encoded = Base64.getDecoder().decode(key.at("der.publicKey"));
    var signature = Signature.getInstance("SHA512withRSA");
    signature.initVerify(
        KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded)));
    signature.update(text.getBytes(UTF_8));
    return signature.verify(Base64.getDecoder().decode(token.at("signature")));
  }

  @Test
  void the_older_padding_works_too() throws Exception {
    var key = key("legacy", "RsaOaep");
    var number = encrypt(key, "SHA-1", MGF1ParameterSpec.SHA1);
    assertThat(token(key.at("keyId"), number, "001").status()).isEqualTo(200);
  }

  @Test
  void a_plain_number_needs_a_key_without_encryption() {
    assertThat(token(key("legacy", "None").at("keyId"), "4111111111111111", "001").status())
        .isEqualTo(200);
    assertThat(token(key("legacy", "RsaOaep").at("keyId"), "4111111111111111", "001").status())
        .isEqualTo(400);
  }

  @Test
  void a_key_may_be_named_by_a_token() {
    var key = key("JWT", "None");
    assertThat(key.at("keyId").split("\\.", -1)).hasSize(3);
    assertThat(token(key.at("keyId"), "4111111111111111", "001").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"4111111111111112, 001, cardNumber", "4111111111111111, 002, cardType"})
  void a_card_that_does_not_fit_is_refused(String number, String type, String location) {
    var answer = token(key("legacy", "None").at("keyId"), number, type);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("responseStatus.details.0.location")).isEqualTo(location);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Rot13", ""})
  void an_unknown_encryption_is_refused(String encryption) {
    assertThat(key("legacy", encryption).at("responseStatus.details.0.location"))
        .isEqualTo("encryptionType");
  }

  private String captured() {
    var session =
        "{\"targetOrigins\": [\"https://shop.example\"], \"clientVersion\": \"v2\","
            + " \"allowedCardNetworks\": [\"MASTERCARD\"]}";
    var context = merchant.post("/microform/v2/sessions", session).text();
    var card =
        """
        {"capture_context": "%s", "number": "5555555555554444", "expiration_month": "11", "expiration_year": "%d"}\
        """
            .formatted(context, year());
    return merchant.own("POST", "/simulator/cards", card).at("transient_token");
  }

  @Test
  void what_was_typed_can_be_read_masked() {
    var payload = captured().split("\\.", -1)[1];
    var jti =
        new String(Base64.getUrlDecoder().decode(payload), UTF_8)
            .replaceAll(".*\"jti\":\"(\\w+)\".*", "$1");
    var details = merchant.get("/flex/v2/payment-details/" + jti);
    assertThat(details.at("paymentInformation.card.number")).isEqualTo("XXXXXXXXXXXX4444");
    assertThat(details.at("paymentInformation.card.expirationMonth")).isEqualTo("11");
    assertThat(merchant.get("/flex/v2/payment-details/NONE").status()).isEqualTo(404);
  }

  private Answer tokenize(String transientToken) {
    var body =
        """
        {"processingInformation": {"actionList": ["TOKEN_CREATE"],
           "actionTokenTypes": ["customer", "paymentInstrument", "instrumentIdentifier"]},
         "tokenInformation": {"transientTokenJwt": "%s",
           "customer": {"buyerInformation": {"merchantCustomerID": "c1"}}}}\
        """
            .formatted(transientToken);
    return merchant.post("/tms/v2/tokenize", body);
  }

  @Test
  void a_captured_card_is_stored_without_a_payment_and_still_pays() {
    var token = captured();
    var answer = tokenize(token);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("responses").findValuesAsText("resource"))
        .containsExactly("customer", "instrumentIdentifier", "paymentInstrument");
    var path = "/tms/v2/customers/" + answer.at("responses.0.id");
    assertThat(merchant.get(path).at("defaultPaymentInstrument.id"))
        .isEqualTo(answer.at("responses.2.id"));
    var more = ", \"tokenInformation\": {\"transientTokenJwt\": \"" + token + "\"}";
    assertThat(
            merchant.post("/pts/v2/payments", payment(code(), "1.00", "{}", "{}", more)).status())
        .isEqualTo(201);
    assertThat(tokenize(token).at("responses.1.httpStatus")).isEqualTo("400");
  }
}
