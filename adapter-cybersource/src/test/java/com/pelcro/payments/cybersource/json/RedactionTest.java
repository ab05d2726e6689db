package com.pelcro.payments.cybersource.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedactionTest {

  @Test
  void tokens_and_persons_are_taken_out_wherever_they_stand() {
    var body =
        """
        {"a":[{"tokenInformation":{"transientTokenJwt":"eyJhbGciOi.eyJqdGki.c2ln","jti":"1E7"}}],
         "orderInformation":{"billTo":{"firstName":"Ana","lastName":"Kovac","email":"ana@example.com",
           "address1":"Ilica 10","postalCode":"10000","phoneNumber":"+3851","country":"HR"}},
         "note":"see eyJhbGciOi.eyJqdGki.c2ln","signature":"c2ln"}
        """;
    assertThat(Redaction.of(body))
        .doesNotContain("eyJ", "1E7", "Ana", "Kovac", "ana@", "Ilica", "10000", "3851", "c2ln")
        .contains("\"country\":\"HR\"");
  }

  @Test
  void what_proves_an_outcome_stays() {
    var body =
        "{\"id\":\"71\",\"status\":\"AUTHORIZED\",\"amountDetails\":{\"totalAmount\":\"19.90\"}}";
    assertThat(Redaction.of(body)).isEqualTo(body);
  }

  @Test
  void what_is_no_json_is_told_by_its_length_alone() {
    assertThat(Redaction.of("<html>secret</html>")).isEqualTo("\"no JSON, 19 characters\"");
    assertThat(Redaction.of("")).isEqualTo("\"no JSON, 0 characters\"");
  }

  @Test
  void endless_json_is_told_by_its_length_alone() {
    var body = "{\"x\":\"" + "y".repeat(100_000) + "\"}";
    assertThat(Redaction.of(body)).hasSizeLessThan(100);
  }
}
