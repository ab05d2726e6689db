package com.pelcro.payments.cybersource.json;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// A table of facts beside the code: rows of comma-separated cells below a line of headings.
final class Table {

  private Table() {}

  static List<List<String>> rows(String name) {
    var stream = Objects.requireNonNull(Table.class.getResourceAsStream(name), name);
    try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(line -> List.of(line.split(",", -1))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
