package com.pelcro.payments.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Everything about a request but its content; each error has to be a problem.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProtocolTest {

  /// A body of two bytes follows.
  private static final String TWO = "Content-Type: application/json\r\nContent-Length: 2\r\n";

  private final Service service = Service.start();
  private final Shop shop = Shop.open(service);
  private final Wire wire = new Wire(service.port());
  private final String customers = shop.path("/customers");

  @AfterAll
  void stop() {
    service.close();
  }

  private static void isProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.at("/status")).isEqualTo(String.valueOf(status));
    assertThat(answer.at("/request_id")).isEqualTo(answer.header("Request-Id"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/v1", "/v2/sites", "/v1/nothing", "/docs/nothing", "/pay/cs_1/nothing"})
  void an_unknown_path_is_not_found(String path) {
    isProblem(service.operator().get(path), 404, "not_found");
  }

  @Test
  void a_wrong_method_is_told_the_right_ones() {
    var one = service.operator().delete("/v1/sites");
    var two = service.operator().send("POST", shop.path(""), "{}");

    isProblem(one, 405, "method_not_allowed");
    assertThat(one.header("Allow")).isEqualTo("GET, POST");
    isProblem(two, 405, "method_not_allowed");
    assertThat(two.header("Allow")).isEqualTo("GET, PATCH");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/xml;q=0.9", "application/json;q=0", ""})
  void an_answer_nobody_wants_is_not_sent(String accept) {
    isProblem(shop.client().with("Accept", accept).get(customers), 406, "not_acceptable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "*/*",
        "text/html, application/*;q=0.1",
        "APPLICATION/JSON; q=0.5",
        "application/problem+json"
      })
  void an_answer_is_sent_to_who_takes_json(String accept) {
    assertThat(shop.client().with("Accept", accept).get(customers).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin1",
        "multipart/form-data; boundary=x", "application/jsonp", ""
      })
  void a_body_that_is_not_said_to_be_json_is_not_read(String type) {
    var body = "{}".getBytes(StandardCharsets.UTF_8);

    isProblem(
        shop.client().key("t").send("POST", customers, body, type), 415, "unsupported_media_type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "Application/JSON; charset=\"UTF-8\""})
  void json_may_say_its_charset(String type) {
    var body = "{}".getBytes(StandardCharsets.UTF_8);
    var client = shop.client().key("charset" + type.length());

    assertThat(client.send("POST", customers, body, type).status()).isEqualTo(201);
  }

  @Test
  void a_body_has_64_kibibytes_at_most() {
    var fits = " ".repeat(64 * 1024 - 2) + "{}";

    assertThat(shop.client().post(customers, fits).status()).isEqualTo(201);
    isProblem(shop.client().post(customers, " " + fits), 413, "payload_too_large");
  }

  @Test
  void a_body_of_any_size_is_answered_to_who_is_still_sending() {
    isProblem(shop.client().post(customers, " ".repeat(700_000)), 413, "payload_too_large");
  }

  @Test
  void a_body_that_only_turns_out_to_be_too_large_is_not_read_to_its_end() {
    var chunk = "2000\r\n" + " ".repeat(0x2000) + "\r\n";
    var answer =
        wire.send(
            "POST /v1/sites HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
                + Service.OPERATOR_KEY
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
                + "Connection: close\r\n\r\n"
                + chunk.repeat(9)
                + "0\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 413").contains("payload_too_large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "{\"a\":1,}", "[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]", "{} {}"})
  void a_body_that_is_not_json_is_told_so(String body) {
    isProblem(shop.client().post(customers, body), 400, "invalid_json");
  }

  @Test
  void an_empty_body_where_one_is_needed_is_told_so() {
    isProblem(shop.client().post(customers, ""), 400, "invalid_json");
    isProblem(shop.client().post(customers, " \n"), 400, "invalid_json");
  }

  @Test
  void a_body_that_is_not_utf_8_is_told_so() {
    var body = "{\"name\": \"Zo\u00eb\"}".getBytes(StandardCharsets.ISO_8859_1);

    isProblem(
        shop.client().key("latin").send("POST", customers, body, "application/json"),
        400,
        "invalid_json");
  }

  @ParameterizedTest
  @CsvSource({"%00,/query/email", "a%0ab,/query/email", "%ff,''"})
  void a_query_holds_no_control_characters(String value, String pointer) {
    var answer = shop.client().get(customers + "?email=" + value);

    assertThat(answer.status()).isIn(200, 400);
    assertThat(answer.status() == 400 ? answer.pointers().getFirst() : "").isEqualTo(pointer);
  }

  @Test
  void a_malformed_address_is_told_so() {
    for (var path : new String[] {"/v1/sites?limit=%zz", "/v1/sites/%zz", "/v1/sites/%"}) {
      var answer = wire.send(request("GET " + path, ""));

      assertThat(answer).as(path).startsWith("HTTP/1.1 4").contains("application/problem+json");
    }
  }

  @Test
  void a_key_that_is_not_ascii_is_at_fault() {
    assertThat(
            wire.send(request("POST " + customers, "Idempotency-Key: caf\u00e9\r\n" + TWO) + "{}"))
        .startsWith("HTTP/1.1 400")
        .contains("/header/Idempotency-Key");
  }

  @Test
  void two_keys_are_no_key() {
    var keys = "Idempotency-Key: a\r\n".repeat(2);

    assertThat(wire.send(request("POST " + customers, keys + TWO) + "{}"))
        .startsWith("HTTP/1.1 400")
        .contains("/header/Idempotency-Key");
  }

  private static String request(String line, String headers) {
    return line
        + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer "
        + Service.OPERATOR_KEY
        + "\r\n"
        + headers
        + "\r\n";
  }

  @Test
  void ten_thousand_headers_are_too_many() {
    var flood = new StringBuilder();
    for (int at = 0; at < 10_000; at++) {
      flood.append("X-Flood-").append(at).append(": 1\r\n");
    }

    var answer = wire.send(request("GET /v1/sites", flood.toString()));

    assertThat(answer)
        .startsWith("HTTP/1.1 431")
        .contains("application/problem+json")
        .contains("headers_too_large")
        .contains("request_id");
    assertThat(service.operator().get("/v1/sites").status()).isEqualTo(200);
  }

  @Test
  void an_address_without_end_is_too_long() {
    var answer = wire.send(request("GET /v1/sites?a=" + "x".repeat(9000), ""));

    assertThat(answer).matches("(?s)HTTP/1.[01] 414.*").contains("uri_too_long");
  }

  @Test
  void what_is_not_http_is_told_so() {
    for (var nonsense : new String[] {"GET /v1/sites\r\n\r\n", "\u0016\u0003\u0001\r\n\r\n"}) {
      assertThat(wire.send(nonsense))
          .matches("(?s)HTTP/1.[01] 400.*")
          .contains("application/problem+json")
          .contains("malformed_request");
    }
  }

  @Test
  void a_sane_request_id_is_echoed_and_others_are_made() {
    var operator = service.operator();

    assertThat(operator.with("Request-Id", "abc-1.2_3:4").get("/v1/sites").header("Request-Id"))
        .isEqualTo("abc-1.2_3:4");
    for (var insane : new String[] {"a b", "x".repeat(101), "<script>", "4111111111111111"}) {
      assertThat(operator.with("Request-Id", insane).get("/v1/sites").header("Request-Id"))
          .startsWith("req_");
    }
    assertThat(operator.with("Request-Id", "lost").get("/nowhere").at("/request_id"))
        .isEqualTo("lost");
  }

  @Test
  void every_answer_below_v1_is_kept_by_nobody() {
    for (var path : Map.of("/v1/sites", 200, "/v1/nothing", 404).entrySet()) {
      var answer = service.operator().get(path.getKey());

      assertThat(answer.status()).isEqualTo(path.getValue());
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }
  }
}
