package com.pelcro.payments.bootstrap.materials;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Compares the page of licences with the bill of materials: each library that runs in the service
/// stands there with its version and its licence, and nothing else does.
public final class LicenceCheck {

  private static final String OURS = "com.pelcro.payments";
  private static final Pattern COUNT = Pattern.compile("(?s).*?: (\\d+) of them.*");

  /// The rows that stand in only one of the two.
  public record Differences(Set<String> missing, Set<String> outdated, boolean miscounted) {
    boolean areNone() {
      return missing.isEmpty() && outdated.isEmpty() && !miscounted;
    }
  }

  private LicenceCheck() {}

  /// Takes the page, the bill of materials, and whether Maven is offline, which writes no bill
  /// then; ends with 1 when the two differ.
  public static void main(String[] arguments) throws IOException {
    if (arguments[2].equals("offline=true")) {
      System.out.println("licences NOT compared: Maven is offline and writes no bill of materials");
      return;
    }
    var bill = Files.readString(Path.of(arguments[1]));
    var found = compare(Files.readString(Path.of(arguments[0])), bill);
    System.out.println(rows(bill).size() + " libraries run in the service");
    if (!found.areNone()) {
      found.missing().forEach(row -> System.err.println("missing from the licences: " + row));
      found.outdated().forEach(row -> System.err.println("not in the service: " + row));
      System.err.println("the page of licences is to be brought up to date");
      System.exit(1);
    }
  }

  static Differences compare(String page, String bill) throws IOException {
    var used = rows(bill);
    var told =
        page.lines()
            .filter(line -> line.startsWith("| ") && line.contains(":"))
            .collect(Collectors.toCollection(TreeSet::new));
    return new Differences(without(used, told), without(told, used), count(page) != used.size());
  }

  private static int count(String page) {
    var matcher = COUNT.matcher(page);
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private static Set<String> without(Set<String> these, Set<String> those) {
    var rest = new TreeSet<>(these);
    rest.removeAll(those);
    return rest;
  }

  private static Set<String> rows(String bill) throws IOException {
    return elements(new ObjectMapper().readTree(bill).path("components"))
        .filter(component -> !component.path("group").asText().equals(OURS))
        .map(LicenceCheck::row)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String row(JsonNode component) {
    var licences =
        elements(component.path("licenses"))
            .map(LicenceCheck::licence)
            .collect(Collectors.joining(" or "));
    return "| %s:%s | %s | %s |"
        .formatted(
            component.path("group").asText(),
            component.path("name").asText(),
            component.path("version").asText(),
            licences.isEmpty() ? "none told" : licences);
  }

  /// By its SPDX name, else by whatever name it has.
  private static String licence(JsonNode told) {
    var expression = told.path("expression").asText();
    var name = told.at("/license/name").asText();
    return told.at("/license/id").asText(expression.isEmpty() ? name : expression);
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
