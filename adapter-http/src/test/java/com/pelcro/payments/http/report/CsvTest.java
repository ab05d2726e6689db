package com.pelcro.payments.http.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  private static final Csv<String> ONE_COLUMN =
      new Csv<>(List.of("text"), text -> new Object[] {text});

  private static String table(List<List<String>> pages) {
    Iterable<Buffer> pieces = () -> ONE_COLUMN.pieces(pages.iterator());
    return StreamSupport.stream(pieces.spliterator(), false)
        .map(Buffer::toString)
        .collect(Collectors.joining());
  }

  @Test
  void cells_stand_between_commas_and_lines_end_in_both_characters() {
    assertThat(Csv.line("a", 7, null, "b c")).isEqualTo("a,7,,b c\r\n");
  }

  @Test
  void what_would_be_taken_for_layout_is_quoted() {
    assertThat(Csv.line("a,b", "say \"no\"", "two\nlines", "two\r\nlines", "\""))
        .isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",\"two\r\nlines\",\"\"\"\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=HYPERLINK(\"x\")\n", "=", "-"})
  void what_would_be_taken_for_a_formula_begins_with_an_apostrophe(String formula) {
    assertThat(Csv.line(formula).replaceFirst("^\"", "")).startsWith("'" + formula.charAt(0));
  }

  @Test
  void a_line_break_in_front_is_defused_as_well() {
    assertThat(Csv.line("\r=1")).isEqualTo("\"'\r=1\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=b", "1-2", "x@y.example", "'quoted'", "0123", " =1"})
  void other_cells_stay_as_they_are(String text) {
    assertThat(Csv.line(text)).isEqualTo(text + "\r\n");
  }

  @Test
  void the_names_come_once_however_many_pages_there_are() {
    assertThat(table(List.of(List.of("a", "b"), List.of("c"), List.of())))
        .isEqualTo("text\r\na\r\nb\r\nc\r\n");
    assertThat(table(Stream.of(List.<String>of()).toList())).isEqualTo("text\r\n");
  }
}
