package com.pelcro.payments.http.report;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A table as CSV (RFC 4180): a line of names, then one for each row. A cell that a spreadsheet
/// would take for a formula begins with an apostrophe, so that it is shown and not run.
///
/// @param names of the columns
/// @param cells of a row, as many as there are names; what is not there is an empty cell
record Csv<T>(List<String> names, Function<T, @Nullable Object[]> cells) {

  static final String TYPE = "text/csv; charset=utf-8";

  private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r].*", Pattern.DOTALL);
  private static final Pattern SPECIAL = Pattern.compile("[\",\r\n]");
  private static final String END = "\r\n";

  /// The table in pieces: one for each page of rows, the first with the names as well.
  Iterator<Buffer> pieces(Iterator<List<T>> pages) {
    return new Iterator<>() {
      private String head = line(names.toArray());

      @Override
      public boolean hasNext() {
        return pages.hasNext();
      }

      @Override
      public Buffer next() {
        var text = head + pages.next().stream().map(Csv.this::row).collect(Collectors.joining());
        head = "";
        return Buffer.buffer(text);
      }
    };
  }

  private String row(T row) {
    return line(cells.apply(row));
  }

  static String line(@Nullable Object... cells) {
    return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", END));
  }

  private static String cell(@Nullable Object value) {
    var text = value == null ? "" : value.toString();
    var safe = FORMULA.matcher(text).matches() ? "'" + text : text;
    return SPECIAL.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
