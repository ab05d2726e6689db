package com.pelcro.payments.cybersource.capture;

import static com.pelcro.payments.cybersource.TestCards.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.pelcro.payments.cybersource.TestCards;
import com.pelcro.payments.domain.cardsession.CardFields;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.gateway.TokenReading;
import com.pelcro.payments.domain.gateway.TokenReading.Expired;
import com.pelcro.payments.domain.gateway.TokenReading.Forged;
import com.pelcro.payments.domain.gateway.TokenReading.Genuine;
import com.pelcro.payments.domain.paymentmethod.CardExpiry;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.SharedSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlexTokenTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String TOKEN = "9103574819906185104107";
  private static final String USUAL = "token,cardType,maskedPan,timestamp";

  @Test
  void a_genuine_token_tells_of_its_card_and_names_its_use() {
    assertThat(read(answer(USUAL)))
        .isInstanceOfSatisfying(
            Genuine.class,
            genuine -> {
              assertThat(genuine.card().network()).isEqualTo(CardNetwork.VISA);
              assertThat(genuine.card().bin()).isEqualTo("411111");
              assertThat(genuine.card().last4()).isEqualTo("1111");
              assertThat(genuine.card().expiry()).isEqualTo(new CardExpiry(12, 2034));
              assertThat(genuine.expiresAt()).isEqualTo(NOW.plusSeconds(900));
              assertThat(genuine.id()).startsWith("flex-").doesNotContain(TOKEN);
            });
    assertThat(FlexToken.identifier(new SharedSecret(answer(USUAL).toString()))).contains(TOKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "timestamp,maskedPan,cardType,token",
        "token,cardType,maskedPan,timestamp,keyId",
        "keyId,token,timestamp,cardType,maskedPan"
      })
  void the_answer_says_what_is_signed_and_in_which_order(String fields) {
    assertThat(read(answer(fields))).isInstanceOf(Genuine.class);
  }

  @ParameterizedTest
  @CsvSource({
    "token, 9103574819906185104108",
    "cardType, 002",
    "maskedPan, 411111XXXXXX1112",
    "timestamp, 1772359200001",
    "keyId, another",
    "signature, AAAA",
    "signature, not base64!",
    "signedFields, 'cardType,token,maskedPan,timestamp'"
  })
  void a_changed_token_is_forged_wherever_it_was_changed(String field, String value) {
    assertForged(answer(USUAL).put(field, value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "token",
        "token,cardType,maskedPan",
        "cardType,maskedPan,timestamp",
        "token,cardType,maskedPan,timestamp,nothing"
      })
  void what_is_not_signed_is_not_believed(String fields) {
    assertForged(answer(fields));
  }

  @Test
  void signed_text_cannot_be_cut_into_other_fields() {
    var honest = answer(USUAL);
    var text = text(honest, USUAL);
    assertForged(
        honest.deepCopy().put("x", text).put("signedFields", "x").put("token", "1".repeat(22)));
    assertForged(
        honest
            .deepCopy()
            .put("token", honest.path("timestamp").asText())
            .put("timestamp", TOKEN)
            .put("signedFields", "timestamp,cardType,maskedPan,token"));
    assertForged(
        honest
            .deepCopy()
            .put("maskedPan", "411111XXXXXX1111," + honest.path("timestamp").asText())
            .put("signedFields", "token,cardType,maskedPan"));
  }

  @Test
  void a_stranger_cannot_sign() {
    var forged = answer(USUAL);
    assertForged(forged.put("signature", signature(Signing.STRANGER, text(forged, USUAL))));
  }

  @Test
  void a_token_is_good_for_a_quarter_of_an_hour() {
    var token = new SharedSecret(answer(USUAL).toString());
    assertThat(FlexToken.read(session(), token, NOW.plusSeconds(910))).isInstanceOf(Genuine.class);
    assertThat(FlexToken.read(session(), token, NOW.plusSeconds(911))).isInstanceOf(Expired.class);
    assertThat(FlexToken.read(session(), token, NOW.minusSeconds(60))).isInstanceOf(Forged.class);
  }

  @ParameterizedTest
  @CsvSource({"cardExpirationMonth, 13", "cardExpirationYear, 34", "cardExpirationYear, ''"})
  void an_implausible_expiry_is_refused(String field, String value) {
    assertForged(answer(USUAL).put(field, value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "null", "rubbish", "{\"token\":{}}"})
  void anything_else_is_forged(String text) {
    assertThat(FlexToken.read(session(), new SharedSecret(text), NOW)).isInstanceOf(Forged.class);
  }

  private static void assertForged(ObjectNode answer) {
    assertThat(read(answer)).isInstanceOf(Forged.class);
  }

  private static TokenReading read(ObjectNode answer) {
    return FlexToken.read(session(), new SharedSecret(answer.toString()), NOW);
  }

  private static CardSession session() {
    try {
      var der = Signing.SESSION.toRSAPublicKey().getEncoded();
      var kept = "{\"publicKey\":\"" + Base64.getEncoder().encodeToString(der) + "\"}";
      return TestCards.session(new CardFields.FlexKey("08key", "{}"), kept, CardNetwork.VISA);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode answer(String signedFields) {
    var answer =
        MAPPER
            .createObjectNode()
            .put("keyId", "08key")
            .put("token", TOKEN)
            .put("maskedPan", "411111XXXXXX1111")
            .put("cardType", "001")
            .put("timestamp", NOW.toEpochMilli())
            .put("signedFields", signedFields)
            .put("cardExpirationMonth", "12")
            .put("cardExpirationYear", "2034");
    return answer.put("signature", signature(Signing.SESSION, text(answer, signedFields)));
  }

  private static String text(ObjectNode answer, String fields) {
    return Stream.of(fields.split(",", -1))
        .map(field -> answer.path(field).asText())
        .collect(Collectors.joining(","));
  }

  private static String signature(RSAKey key, String text) {
    try {
      var signer = Signature.getInstance("SHA512withRSA");
      signer.initSign(key.toPrivateKey());
      signer.update(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signer.sign());
    } catch (GeneralSecurityException | JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
