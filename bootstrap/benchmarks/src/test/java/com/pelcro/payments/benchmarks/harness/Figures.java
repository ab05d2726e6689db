package com.pelcro.payments.benchmarks.harness;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What was measured: for every figure all rounds, of which the median is told.
public final class Figures {

  /// What a figure has to be: a ratio to the bare program or an amount of its own.
  public record Target(String text, boolean reached) {}

  private record Row(String what, String ours, String bare, String result, String target) {}

  private final Map<String, List<Double>> rounds = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();

  public void add(String name, double value) {
    rounds.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    System.out.printf(Locale.ROOT, "  %-52s %10.3f%n", name, value);
  }

  public double median(String name) {
    var values = rounds.get(name).stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(values);
    return values[values.length / 2];
  }

  /// A row for ours against the bare program: the ratio of their medians may be this at most.
  public void atMost(String name, String unit, double ratio) {
    compare(name, unit, ratio, "≤ ");
  }

  /// The same, for what should be large.
  public void atLeast(String name, String unit, double ratio) {
    compare(name, unit, ratio, "≥ ");
  }

  private void compare(String name, String unit, double limit, String sign) {
    var ours = median(name + " " + Arena.OURS);
    var bare = median(name + " " + Arena.BARE);
    var ratio = ours / bare;
    var reached = sign.equals("≤ ") ? ratio <= limit : ratio >= limit;
    row(
        name,
        number(ours) + " " + unit,
        number(bare) + " " + unit,
        number(ratio) + " ×" + (reached ? "" : ", missed"),
        sign + number(limit) + " ×");
  }

  /// A row for a figure without a yardstick.
  public void alone(String name, String unit, double limit) {
    var ours = median(name);
    row(
        name,
        number(ours) + " " + unit,
        "",
        ours <= limit ? "reached" : "missed",
        "≤ " + number(limit) + " " + unit);
  }

  public void row(String what, String ours, String bare, String result, String target) {
    rows.add(new Row(what, ours, bare, result, target));
  }

  static String number(double value) {
    return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
  }

  /// Writes all rounds as JSON, and the table.
  public void write(Path folder, String name) throws IOException {
    var _ = Files.createDirectories(folder);
    var json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    json.writeValue(folder.resolve(name + ".json").toFile(), rounds);
    Files.writeString(folder.resolve(name + ".md"), table());
  }

  public String table() {
    var text =
        new StringBuilder("| what | ours | bare | result | target |\n|---|---|---|---|---|\n");
    for (var row : rows) {
      text.append(
          "| %s | %s | %s | %s | %s |%n"
              .formatted(row.what(), row.ours(), row.bare(), row.result(), row.target()));
    }
    return text.toString();
  }
}
