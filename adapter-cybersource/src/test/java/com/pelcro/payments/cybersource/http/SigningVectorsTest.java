package com.pelcro.payments.cybersource.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.pelcro.payments.domain.site.SharedSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The vectors were computed by the gateway's own library and again with OpenSSL; the credentials
/// in them open nothing.
class SigningVectorsTest {

  private static final JsonNode VECTORS = vectors();

  @ParameterizedTest
  @MethodSource("sent")
  void a_request_is_signed_as_the_gateways_own_library_signs_it(JsonNode vector) {
    var headers = sign(vector);
    assertThat(headers)
        .containsEntry("Host", text(vector, "host"))
        .containsEntry("Date", text(vector, "date"))
        .containsEntry("v-c-merchant-id", text(vector, "merchant_id"))
        .containsEntry("Signature", text(vector, "signature_header"));
    assertThat(headers.get("Digest")).isEqualTo(optional(vector, "digest"));
  }

  @ParameterizedTest
  @MethodSource("understood")
  void other_forms_of_the_lines_give_the_documented_signatures(JsonNode vector) {
    var secret = Base64.getDecoder().decode(text(vector, "secret_key"));
    assertThat(HttpSignature.signature(secret, text(vector, "signed")))
        .isEqualTo(text(vector, "signature"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void a_careless_signature_is_not_ours(JsonNode wrong) {
    var right = sent().filter(vector -> text(vector, "name").equals(text(wrong, "of"))).findFirst();
    var headers = sign(right.orElseThrow());
    var signature = optional(wrong, "signature");
    var digest = optional(wrong, "digest");
    assertThat(signature == null && digest == null).isFalse();
    assertThat(headers.get("Signature")).doesNotContain(signature == null ? "\n" : signature);
    assertThat(headers.get("Digest")).isNotEqualTo(digest);
  }

  @Test
  void the_date_is_written_as_the_gateways_own_library_writes_it() {
    assertThat(RequestSigner.Unsigned.date(Instant.parse("2031-03-05T00:00:01Z")))
        .isEqualTo("Wed, 5 Mar 2031 00:00:01 GMT");
  }

  @Test
  void all_vectors_are_there() {
    assertThat(sent()).hasSize(13);
    assertThat(understood()).hasSize(3);
    assertThat(wrong()).hasSize(5);
  }

  static Stream<JsonNode> sent() {
    return all("sent");
  }

  static Stream<JsonNode> understood() {
    return all("understood");
  }

  static Stream<JsonNode> wrong() {
    return all("wrong");
  }

  private static Map<String, String> sign(JsonNode vector) {
    var portfolio = optional(vector, "portfolio_id");
    var merchant = text(vector, "merchant_id");
    var keys =
        new MerchantKeys(
            merchant,
            portfolio == null ? merchant : portfolio,
            text(vector, "key_id"),
            new SharedSecret(text(vector, "secret_key")));
    var request =
        new RequestSigner.Unsigned(
            text(vector, "method"),
            text(vector, "host"),
            text(vector, "target"),
            text(vector, "date"),
            optional(vector, "body"));
    return new HttpSignature().sign(request, keys);
  }

  private static Stream<JsonNode> all(String list) {
    return StreamSupport.stream(VECTORS.path(list).spliterator(), false);
  }

  private static String text(JsonNode vector, String field) {
    return Objects.requireNonNull(optional(vector, field), field);
  }

  private static @Nullable String optional(JsonNode vector, String field) {
    return vector.hasNonNull(field) ? vector.get(field).asText() : null;
  }

  private static JsonNode vectors() {
    try (var file = SigningVectorsTest.class.getResourceAsStream("signing-vectors.json")) {
      return new ObjectMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
