package com.pelcro.payments.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pelcro.payments.domain.gateway.SampleCard;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/// A page that encrypts a card number to the key of its session, as the script of a shop would.
final class FlexPage {

  private static final String MONTH = "12";
  private static final String YEAR = "2034";

  private FlexPage() {}

  static JsonNode tokenize(SimulatorStage stage, Answer session, SampleCard card) {
    var type =
        switch (card) {
          case VISA, SECOND_VISA -> "001";
          case MASTERCARD -> "002";
          case AMEX -> "003";
          case DISCOVER -> "004";
        };
    return tokenize(stage, session, card.number(), type);
  }

  /// The gateway's answer for the number, with the expiry that the page knows.
  static JsonNode tokenize(SimulatorStage stage, Answer session, String number, String type) {
    var info =
        Map.of(
            "cardNumber", encrypted(session.body().at("/public_key/jwk"), number),
            "cardExpirationMonth", MONTH,
            "cardExpirationYear", YEAR,
            "cardType", type);
    var request = Map.of("keyId", session.text("/public_key/key_id"), "cardInfo", info);
    var answer = stage.caller().post("/flex/v1/tokens", request);
    assertThat(answer.status()).as("%s", answer.body()).isBetween(200, 201);
    return ((ObjectNode) answer.body())
        .put("cardExpirationMonth", MONTH)
        .put("cardExpirationYear", YEAR);
  }

  private static String encrypted(JsonNode jwk, String number) {
    try {
      var cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
      var padding =
          new OAEPParameterSpec(
              "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);
      cipher.init(Cipher.ENCRYPT_MODE, key(jwk), padding);
      return Base64.getEncoder()
          .encodeToString(cipher.doFinal(number.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PublicKey key(JsonNode jwk) throws GeneralSecurityException {
    var spec = new RSAPublicKeySpec(number(jwk.path("n")), number(jwk.path("e")));
    return KeyFactory.getInstance("RSA").generatePublic(spec);
  }

  private static BigInteger number(JsonNode text) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(text.asText()));
  }
}
