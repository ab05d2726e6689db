package com.pelcro.payments.http.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.pelcro.payments.application.Refusal.FieldProblem;
import com.pelcro.payments.http.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreeningTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": \"4111111111111111\"}",
        "{\"a\": 4111111111111111}",
        "{\"a\": 4111111111111111.0}",
        "{\"a\": 4.111111111111111e15}",
        "{\"a\": {\"b\": [1, {\"c\": \"x 4111-1111-1111-1111\"}]}}",
        "{\"4111111111111111\": 1}",
        "{\"a\": {\"transient_token\": \"4111111111111111\"}}",
        "{\"a\": {\"flex_token\": {\"b\": \"4111111111111111\"}}}",
        "{\"transient_token\": \"4111 1111 1111 1111\"}",
        "{\"billing_details\": {\"phone\": \"+4111111111111111\"}}",
        "{\"billing_details\": {\"phone\": \"4222222222222\"}}",
        "{\"phone\": \"+4222222222222\"}",
        "[\"4111111111111111\"]"
      })
  void a_card_number_is_found_in_any_string_number_or_name(String json)
      throws JsonProcessingException {
    assertThat(Screening.holdsCardNumber(Json.read(json))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"transient_token\": \"eyJ 4111111111111111\"}",
        "{\"flex_token\": {\"token\": \"4111111111111111\", \"n\": 4111111111111111}}",
        "{\"a\": 9999999999, \"b\": true, \"c\": null}",
        "{\"a\": \"4111\", \"b\": \"111111111111\"}",
        "{\"billing_details\": {\"phone\": \"+49 1512 3456789\"}}",
        "{\"billing_details\": {\"phone\": \"+4222222222222\"}}",
        "{\"a\": 4111111111111111e100}"
      })
  void tokens_in_their_fields_and_harmless_values_pass(String json) throws JsonProcessingException {
    assertThat(Screening.holdsCardNumber(Json.read(json))).isFalse();
  }

  @Test
  void control_characters_half_characters_and_immense_numbers_are_named() throws Exception {
    var body =
        Json.read(
            "{\"a\": \"x\\u0000\", \"b\": [\"ok\", \"\\n\"], \"c\": \"\\ud800\", \"d\\u0007\": 1,"
                + " \"e\": 1e1000000, \"f\": \"\\u007f\", \"g\": \"fine \\ud83d\\ude00 é\"}");

    assertThat(Screening.problems(body))
        .extracting(FieldProblem::pointer)
        .containsExactlyInAnyOrder("/a", "/b/1", "/c", "/d\u0007", "/e", "/f");
  }
}
