package com.pelcro.payments.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpansTest {

  @ParameterizedTest
  @ValueSource(strings = {"P1D", "P365D", "PT1H", "PT12H30M", "P1DT12H", "PT1M1S"})
  void what_is_written_is_read_as_the_same(String text) {
    var span = Duration.parse(text);

    assertThat(Spans.text(span)).isEqualTo(text);
    assertThat(Spans.read(text)).contains(span);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "P", "PT", "P1DT", "1D", "P1M", "P1W", "p1d", "-P1D", "P-1D", "P1D "})
  void what_is_no_span_of_days_and_less_is_not_read(String text) {
    assertThat(Spans.read(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT24H", "PT1440M", "PT86400S"})
  void a_day_is_written_as_a_day(String text) {
    assertThat(Spans.read(text).map(Spans::text)).contains("P1D");
  }
}
