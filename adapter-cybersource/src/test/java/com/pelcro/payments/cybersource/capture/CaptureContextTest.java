package com.pelcro.payments.cybersource.capture;

import static com.pelcro.payments.cybersource.TestCards.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import com.pelcro.payments.cybersource.json.Json;
import com.pelcro.payments.cybersource.json.Reading;
import com.pelcro.payments.domain.Mutations;
import com.pelcro.payments.domain.cardsession.CardFields;
import com.pelcro.payments.domain.gateway.CaptureOpening.Opened;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Here the stranger's key plays the gateway's.
class CaptureContextTest {

  private static final RSAKey GATEWAY = Signing.STRANGER;

  @Test
  void a_context_names_library_key_and_end() {
    var text = Signing.signed(GATEWAY, "zu", claims());
    var opened = open(text).orElseThrow();
    assertThat(opened.fields())
        .isEqualTo(new CardFields.Microform(text, "https://flex.example/lib.js", "sha256-abc="));
    assertThat(opened.expiresAt()).isEqualTo(NOW.plusSeconds(900));
    assertThat(Json.read(opened.verification()).orElseThrow().text("kid")).contains("08session");
    assertThat(opened.verification()).doesNotContain("\"d\"");
  }

  @Test
  void integrity_may_be_missing() {
    var opened = open(claims().replace("clientLibraryIntegrity", "other"), GATEWAY);
    assertThat(((CardFields.Microform) opened.orElseThrow().fields()).clientLibraryIntegrity())
        .isNull();
  }

  @Test
  void a_context_of_somebody_else_or_past_or_without_its_parts_opens_nothing() {
    assertThat(open(claims(), Signing.SESSION)).isEmpty();
    assertThat(open(claims().replace("\"exp\":", "\"exp\":1,\"other\":"), GATEWAY)).isEmpty();
    assertThat(open(claims().replace("\"jwk\"", "\"other\""), GATEWAY)).isEmpty();
    assertThat(open(claims().replace("\"clientLibrary\"", "\"other\""), GATEWAY)).isEmpty();
    assertThat(open(claims().replace("https://flex", "javascript:flex"), GATEWAY)).isEmpty();
    assertThat(open(claims().replace("\"ctx\"", "\"other\""), GATEWAY)).isEmpty();
  }

  @Test
  void what_is_no_jwt_is_no_context() {
    assertThat(CaptureContext.parse("{\"keyId\":\"zu\"}")).isEmpty();
    assertThat(CaptureContext.parse("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"99999999999999", "9223372036854775807", "36893488147419103232", "-1", "1e400"})
  void an_end_no_calendar_has_opens_nothing(String end) {
    assertThat(open(claims().replace("\"exp\":", "\"exp\":" + end + ",\"other\":"), GATEWAY))
        .isEmpty();
  }

  @Test
  void a_spoiled_context_opens_nothing_unless_it_still_says_the_same() {
    var mutations = new Mutations(20260302);
    var text = Signing.signed(GATEWAY, "zu", claims());
    var told = open(text).orElseThrow();
    for (int round = Mutations.rounds(1_000); round > 0; round--) {
      var spoiled = mutations.of(text);
      var opened = open(spoiled);
      assertThat(opened.map(Opened::verification))
          .as(spoiled)
          .isIn(Optional.empty(), Optional.of(told.verification()));
      assertThat(opened.map(Opened::expiresAt))
          .as(spoiled)
          .isIn(Optional.empty(), Optional.of(told.expiresAt()));
    }
  }

  /// Should the gateway itself sign nonsense.
  @Test
  void a_signed_context_says_what_can_be_used_or_opens_nothing() {
    var mutations = new Mutations(20260302);
    for (int round = Mutations.rounds(1_000); round > 0; round--) {
      var claims = mutations.of(claims());
      assertThat(open(claims, GATEWAY).stream())
          .as(claims)
          .allSatisfy(
              one -> {
                assertThat(one.expiresAt()).isBetween(NOW, Instant.parse("9999-12-31T23:59:59Z"));
                assertThat(((CardFields.Microform) one.fields()).clientLibrary())
                    .startsWith("http");
                assertThat(Json.read(one.verification())).isPresent();
              });
    }
  }

  private static Optional<Opened> open(String claims, RSAKey signer) {
    return open(Signing.signed(signer, "zu", claims));
  }

  private static Optional<Opened> open(String text) {
    return CaptureContext.parse(text).flatMap(context -> context.open(gatewayKey(), NOW));
  }

  private static Reading gatewayKey() {
    return Json.read(GATEWAY.toPublicJWK().toJSONString()).orElseThrow();
  }

  private static String claims() {
    return """
    {"flx":{"path":"/flex/v2/tokens","data":"q0x1","origin":"https://flex.example","jwk":%s},
     "ctx":[{"data":{"clientLibraryIntegrity":"sha256-abc=",
       "clientLibrary":"https://flex.example/lib.js"},"type":"mf-2.1.0"}],
     "iss":"Flex API","exp":%d,"iat":%d,"jti":"Qm4t"}
    """
        .formatted(
            Signing.SESSION.toPublicJWK().toJSONString(),
            NOW.getEpochSecond() + 900,
            NOW.getEpochSecond());
  }
}
