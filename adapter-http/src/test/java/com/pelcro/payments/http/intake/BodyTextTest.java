package com.pelcro.payments.http.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.pelcro.payments.http.intake.BodyText.Reading;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"a\": 1,}",
        "{\"a\": 1} 2",
        "{\"a\": 1, \"a\": 2}",
        "nul",
        "{'a': 1}",
        "// x\n{}",
        "{\"a\": NaN}",
        "{\"a\": 01}",
        "\u0000{}",
        "{\"a\": \"\u0001\"}"
      })
  void what_is_not_one_json_value_is_garbled(String text) {
    assertThat(BodyText.read(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Reading.Garbled.class);
  }

  @Test
  void a_number_that_no_number_type_holds_is_garbled() {
    assertThat(BodyText.read("{\"amount\": 1e99999999999}".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new Reading.Garbled("the body holds a number beyond all measure"));
  }

  @Test
  void bytes_that_are_not_utf_8_are_garbled() {
    assertThat(BodyText.read(new byte[] {'"', (byte) 0xc3, '"'}))
        .isEqualTo(new Reading.Garbled("the body is not UTF-8"));
  }

  @Test
  void nesting_ends_at_twenty_levels() {
    assertThat(nested(20)).isInstanceOf(Reading.Parsed.class);
    assertThat(nested(21)).isInstanceOf(Reading.Garbled.class);
    assertThat(nested(30_000)).isInstanceOf(Reading.Garbled.class);
  }

  private static Reading nested(int levels) {
    return BodyText.read(
        ("[".repeat(levels) + "]".repeat(levels)).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void no_part_of_a_garbled_body_is_repeated() {
    var reading = BodyText.read("{\"secret\": s3cret}".getBytes(StandardCharsets.UTF_8));

    assertThat(reading.toString()).doesNotContain("s3cret").doesNotContain("secret");
  }
}
