package com.pelcro.payments.simulator.http;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureCheckTest {

  private static final JsonNode VECTORS = read();

  private static JsonNode read() {
    try (var file = SignatureCheckTest.class.getResourceAsStream("signatures.json")) {
      return Body.MAPPER.readTree(requireNonNull(file));
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  static Stream<JsonNode> genuine() {
    return StreamSupport.stream(VECTORS.path("genuine").spliterator(), false);
  }

  static Stream<JsonNode> forged() {
    return StreamSupport.stream(VECTORS.path("forged").spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("genuine")
  void what_the_official_classes_sign_is_genuine(JsonNode vector) {
    assertThat(new Attempt(vector).signer()).contains("acme_subscriptions_test");
  }

  @ParameterizedTest
  @MethodSource("forged")
  void a_wrong_way_of_signing_is_refused(JsonNode forgery) {
    var attempt = new Attempt(like(forgery.path("like").asText()));
    assertThat(attempt.signer()).isPresent();
    if (forgery.has("signature")) {
      attempt.replace(
          "Signature",
          "signature=\"[^\"]*\"",
          "signature=\"" + forgery.path("signature").asText() + "\"");
    } else {
      attempt.headers.set("Digest", forgery.path("digest").asText());
    }
    assertThat(attempt.signer()).isEmpty();
  }

  @Test
  void a_changed_body_is_refused() {
    var attempt = new Attempt(like("post-payment"));
    attempt.content = Buffer.buffer("{}");
    assertThat(attempt.signer()).isEmpty();
  }

  @Test
  void another_path_is_refused() {
    var attempt = new Attempt(like("get-with-query"));
    attempt.target = "/tms/v2/customers/1/payment-instruments?offset=0&limit=20";
    assertThat(attempt.signer()).isEmpty();
  }

  @Test
  void another_host_is_refused() {
    var attempt = new Attempt(like("get-transaction"));
    attempt.headers.set("Host", "api.cybersource.com");
    assertThat(attempt.signer()).isEmpty();
  }

  @Test
  void another_merchant_is_refused() {
    var attempt = new Attempt(like("get-transaction"));
    attempt.headers.set("v-c-merchant-id", "somebody_else");
    assertThat(attempt.signer()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {-300, 300})
  void five_minutes_are_in_time(long seconds) {
    var attempt = new Attempt(like("post-payment"));
    attempt.now = attempt.now.plusSeconds(seconds);
    assertThat(attempt.signer()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(longs = {-301, 301})
  void more_than_five_minutes_are_not(long seconds) {
    var attempt = new Attempt(like("post-payment"));
    attempt.now = attempt.now.plus(Duration.ofSeconds(seconds));
    assertThat(attempt.signer()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"host ", " date", " request-target", " digest", " v-c-merchant-id"})
  void every_part_has_to_be_signed(String part) {
    var attempt = new Attempt(like("post-payment"));
    attempt.replace("Signature", part, "");
    assertThat(attempt.signer()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "keyid",
        "keyid=\"1\"",
        "keyid=\"1\", keyid=\"2\", algorithm=\"HmacSHA256\"",
        "Bearer x"
      })
  void a_malformed_header_is_refused(String text) {
    var attempt = new Attempt(like("post-payment"));
    attempt.headers.set("Signature", text);
    assertThat(attempt.signer()).isEmpty();
  }

  @Test
  void another_algorithm_is_refused() {
    var attempt = new Attempt(like("post-payment"));
    attempt.replace("Signature", "HmacSHA256", "HmacSHA1");
    assertThat(attempt.signer()).isEmpty();
  }

  @Test
  void commas_without_spaces_are_fine() {
    var attempt = new Attempt(like("post-payment"));
    attempt.replace("Signature", ", ", ",");
    assertThat(attempt.signer()).isPresent();
  }

  private static JsonNode like(String name) {
    return genuine()
        .filter(vector -> vector.path("case").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static final class Attempt {

    private final Merchants merchants = new Merchants();
    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    private final String method;
    private String target;
    private Buffer content;
    private Instant now;

    private Attempt(JsonNode vector) {
      var key = vector.path("key");
      merchants.register(
          new Credentials(
              key.path("merchant").asText(),
              key.path("id").asText(),
              key.path("secret").asText(),
              key.has("portfolio") ? key.path("portfolio").asText() : null));
      var request = vector.path("request");
      var line = request.path("line").asText();
      method = line.substring(0, line.indexOf(' '));
      target = line.substring(line.indexOf(' ') + 1);
      content = Buffer.buffer(request.path("content").asText());
      now = DateTimeFormatter.RFC_1123_DATE_TIME.parse(request.path("at").asText(), Instant::from);
      request
          .path("headers")
          .properties()
          .forEach(field -> headers.set(field.getKey(), field.getValue().asText()));
    }

    private void replace(String header, String pattern, String replacement) {
      headers.set(header, requireNonNull(headers.get(header)).replaceAll(pattern, replacement));
    }

    private Optional<String> signer() {
      InstantSource clock = () -> now;
      return new SignatureCheck(merchants, clock).signer(method, target, headers, content);
    }
  }
}
