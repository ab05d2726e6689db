package com.pelcro.payments.domain.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OriginTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://daily.example",
        "https://shop.daily.example:8443",
        "http://localhost",
        "http://localhost:3000",
        "https://192.0.2.7"
      })
  void an_origin_is_scheme_host_and_port(String text) {
    assertThat(Origin.problem(text)).isEmpty();
    assertThat(new Origin(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "daily.example",
        "//daily.example",
        "https://",
        "https:",
        "https://daily.example/",
        "https://daily.example/pay",
        "https://daily.example?x=1",
        "https://daily.example#x",
        "https://*.daily.example",
        "https://user@daily.example",
        "https://user:secret@daily.example",
        "http://daily.example",
        "http://localhost.daily.example",
        "http://127.0.0.1",
        "ftp://daily.example",
        "javascript:alert(1)",
        "https://daily example",
        "https://daily.example\n",
        "null"
      })
  void anything_else_is_refused_with_a_reason(String text) {
    assertThat(Origin.problem(text)).isPresent();
    assertThatIllegalArgumentException().isThrownBy(() -> new Origin(text));
  }

  @Test
  void an_origin_ends_at_255_characters() {
    var label = "a".repeat(50) + ".";
    var longest = "https://" + label.repeat(4) + "b".repeat(255 - 8 - 4 * 51);
    assertThat(Origin.problem(longest)).isEmpty();
    assertThat(Origin.problem(longest + "b")).isPresent();
  }

  @Test
  void only_plain_http_is_local() {
    assertThat(new Origin("http://localhost:1").isLocal()).isTrue();
    assertThat(new Origin("https://localhost").isLocal()).isFalse();
  }
}
