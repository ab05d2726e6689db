package com.pelcro.payments.cybersource.capture;

import static com.pelcro.payments.cybersource.TestCards.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.pelcro.payments.cybersource.TestCards;
import com.pelcro.payments.domain.Mutations;
import com.pelcro.payments.domain.cardsession.CardFields;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.gateway.TokenReading;
import com.pelcro.payments.domain.gateway.TokenReading.Expired;
import com.pelcro.payments.domain.gateway.TokenReading.Forged;
import com.pelcro.payments.domain.gateway.TokenReading.Genuine;
import com.pelcro.payments.domain.paymentmethod.CardExpiry;
import com.pelcro.payments.domain.paymentmethod.CardSummary;
import com.pelcro.payments.domain.site.CardNetwork;
import com.pelcro.payments.domain.site.SharedSecret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransientTokenTest {

  private static final String KID = Signing.SESSION.getKeyID();
  private static final long EXPIRES = NOW.getEpochSecond() + 900;

  @Test
  void a_genuine_token_tells_of_its_card() {
    assertThat(read(token(claims("[\"001\"]"))))
        .isInstanceOfSatisfying(
            Genuine.class,
            genuine -> {
              assertThat(genuine.id()).isEqualTo("1E7ABC");
              assertThat(genuine.expiresAt()).isEqualTo(NOW.plusSeconds(900));
              assertThat(genuine.networks()).containsExactly(CardNetwork.VISA);
              assertThat(genuine.card())
                  .isEqualTo(
                      new CardSummary(
                          CardNetwork.VISA, "411111", "1111", new CardExpiry(12, 2034)));
            });
  }

  @ParameterizedTest
  @CsvSource({
    "001, VISA",
    "002, MASTERCARD",
    "003, AMEX",
    "004, DISCOVER",
    "005, DINERS_CLUB",
    "007, JCB",
    "024, MAESTRO",
    "042, MAESTRO",
    "036, CARTE_BANCAIRE",
    "056, CARNET",
    "058, CARNET",
    "054, ELO",
    "060, MADA",
    "062, UNION_PAY",
    "067, MEEZA",
    "070, EFTPOS",
    "046, JCREW"
  })
  void every_network_is_known_by_its_codes(String code, CardNetwork network) {
    assertThat(read(token(claims("[\"" + code + "\"]"))))
        .isInstanceOfSatisfying(
            Genuine.class, genuine -> assertThat(genuine.card().network()).isEqualTo(network));
  }

  @Test
  void a_card_of_several_networks_goes_by_the_first_its_session_takes() {
    var token = token(claims("[\"036\",\"001\",\"999\"]"));
    assertThat(read(token))
        .isInstanceOfSatisfying(
            Genuine.class,
            genuine -> {
              assertThat(genuine.networks())
                  .containsExactly(CardNetwork.CARTE_BANCAIRE, CardNetwork.VISA);
              assertThat(genuine.card().network()).isEqualTo(CardNetwork.VISA);
            });
  }

  @Test
  void a_card_the_session_does_not_take_is_still_told_for_what_it_is() {
    var reading = TransientToken.read(session(CardNetwork.AMEX), token(claims("[\"001\"]")), NOW);
    assertThat(reading)
        .isInstanceOfSatisfying(
            Genuine.class,
            genuine -> assertThat(genuine.card().network()).isEqualTo(CardNetwork.VISA));
  }

  @Test
  void a_little_lateness_is_forgiven_and_more_is_not() {
    var token = token(claims("[\"001\"]"));
    assertThat(TransientToken.read(session(), token, NOW.plusSeconds(910)))
        .isInstanceOf(Genuine.class);
    assertThat(TransientToken.read(session(), token, NOW.plusSeconds(911)))
        .isInstanceOf(Expired.class);
  }

  @Test
  void a_stranger_who_names_the_right_key_is_found_out() {
    assertForged(Signing.signed(Signing.STRANGER, KID, claims("[\"001\"]")));
  }

  @Test
  void a_token_signed_with_another_sessions_key_is_forged() {
    assertForged(
        Signing.signed(Signing.STRANGER, Signing.STRANGER.getKeyID(), claims("[\"001\"]")));
    assertForged(Signing.signed(Signing.SESSION, "another", claims("[\"001\"]")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS384", "RS512", "PS256"})
  void no_other_algorithm_will_do_even_with_the_right_key(String algorithm) {
    assertForged(
        Signing.signed(
            JWSAlgorithm.parse(algorithm),
            KID,
            claims("[\"001\"]"),
            Signing.signer(Signing.SESSION)));
  }

  @Test
  void the_public_key_is_no_secret_to_sign_with() throws JOSEException {
    var known = Signing.SESSION.toRSAPublicKey().getEncoded();
    assertForged(Signing.signed(JWSAlgorithm.HS256, KID, claims("[\"001\"]"), Signing.mac(known)));
  }

  @Test
  void an_unsigned_token_is_forged() {
    var head = base64("{\"alg\":\"none\",\"kid\":\"" + KID + "\"}");
    assertForged(head + "." + base64(claims("[\"001\"]")) + ".");
  }

  @Test
  void claims_and_signature_belong_together() {
    var parts = token(claims("[\"001\"]")).reveal().split("\\.", -1);
    var changed = base64(claims("[\"002\"]"));
    assertForged(parts[0] + "." + changed + "." + parts[2]);
    assertForged(parts[0] + "." + parts[1] + ".");
  }

  @Test
  void claims_that_are_missing_or_implausible_are_forged() {
    var good = claims("[\"001\"]");
    for (var bad :
        new String[] {
          good.replace("\"exp\"", "\"other\""),
          good.replace("\"jti\"", "\"other\""),
          good.replace("1E7ABC", "\\u0000"),
          good.replace("2034", "1934"),
          good.replace("\"12\"", "\"13\""),
          good.replace("XXXXXXXXXXXX1111", "XXXX"),
          claims("[]"),
          claims("[\"999\"]"),
          claims("\"001\""),
          "[]",
          "rubbish"
        }) {
      assertForged(Signing.signed(Signing.SESSION, KID, bad));
    }
  }

  @Test
  void a_bin_is_shown_only_when_it_is_one() {
    var claims = claims("[\"001\"]").replace("\"411111\"", "\"4111111111111111\"");
    assertThat(read(token(claims)))
        .isInstanceOfSatisfying(
            Genuine.class, genuine -> assertThat(genuine.card().bin()).isNull());
  }

  @Test
  void an_endless_token_is_not_even_parsed() {
    assertForged(token(claims("[\"001\"]")).reveal() + "A".repeat(20_000));
  }

  @Test
  void a_session_whose_key_is_lost_trusts_nothing() {
    var fields = new CardFields.Microform("context", "https://library.example", null);
    var session = TestCards.session(fields, "{}", CardNetwork.VISA);
    assertThat(TransientToken.read(session, token(claims("[\"001\"]")), NOW))
        .isInstanceOf(Forged.class);
  }

  @Test
  void a_spoiled_token_is_forged_unless_it_still_says_the_same() {
    var mutations = new Mutations(20260302);
    var genuine = token(claims("[\"001\"]"));
    var told = read(genuine);
    for (int round = Mutations.rounds(2_000); round > 0; round--) {
      var spoiled = mutations.of(genuine.reveal());
      assertThat(read(new SharedSecret(spoiled)))
          .as(spoiled)
          .satisfiesAnyOf(
              reading -> assertThat(reading).isInstanceOf(Forged.class),
              reading -> assertThat(reading).isEqualTo(told));
    }
  }

  /// Should the gateway itself sign nonsense.
  @Test
  void a_signed_token_is_read_without_a_fault_whatever_it_says() {
    var mutations = new Mutations(20260302);
    for (int round = Mutations.rounds(1_000); round > 0; round--) {
      var claims = mutations.of(claims("[\"001\"]"));
      assertThat(read(token(claims)))
          .as(claims)
          .satisfiesAnyOf(
              reading -> assertThat(reading).isInstanceOf(Forged.class),
              reading -> assertThat(reading).isInstanceOf(Expired.class),
              reading ->
                  assertThat(((Genuine) reading).expiresAt())
                      .isBetween(NOW.minusSeconds(10), Instant.parse("9999-12-31T23:59:59Z")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999999999999", "9223372036854775807", "36893488147419103232", "-1"})
  void an_end_no_calendar_has_is_none(String end) {
    assertForged(
        token(claims("[\"001\"]").replace("\"exp\":", "\"exp\":" + end + ",\"other\":")).reveal());
  }

  private static void assertForged(String token) {
    assertThat(read(new SharedSecret(token))).isInstanceOf(Forged.class);
  }

  private static TokenReading read(SharedSecret token) {
    return TransientToken.read(session(), token, NOW);
  }

  private static SharedSecret token(String claims) {
    return new SharedSecret(Signing.signed(Signing.SESSION, KID, claims));
  }

  private static CardSession session() {
    return session(CardNetwork.VISA, CardNetwork.MASTERCARD);
  }

  private static CardSession session(CardNetwork... networks) {
    var fields = new CardFields.Microform("context", "https://library.example", null);
    return TestCards.session(fields, Signing.SESSION.toPublicJWK().toJSONString(), networks);
  }

  private static String claims(String types) {
    return """
    {"iss":"Flex/08","exp":%d,"type":"mf-2.1.0","iat":%d,"jti":"1E7ABC","new":{"claim":1},
     "content":{"paymentInformation":{"card":{"expirationYear":{"value":"2034"},
       "number":{"detectedCardTypes":%s,"maskedValue":"XXXXXXXXXXXX1111","bin":"411111"},
       "securityCode":{},"expirationMonth":{"value":"12"}}}}}
    """
        .formatted(EXPIRES, NOW.getEpochSecond(), types);
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
