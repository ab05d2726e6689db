package com.pelcro.payments.simulator.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Reads the search language: `field:value`, ranges of time, `AND`, `OR`, parentheses.
final class QueryReader {

  private static final Pattern NAME = Pattern.compile("\\s*([A-Za-z.]+):");
  private static final Pattern RANGE =
      Pattern.compile("([\\[{])\\s*(\\S+)\\s+TO\\s+([^\\s\\]}]+)\\s*([\\]}])");
  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern BARE = Pattern.compile("(?:[^\\s()\\\\]|\\\\.)+");
  private static final String TIME = "submitTimeUtc";

  private final String text;
  private final Instant now;
  private int position;

  private QueryReader(String text, Instant now) {
    this.text = text;
    this.now = now;
  }

  /// The query, or nothing when it cannot be understood.
  static Optional<Query> read(String text, Instant now) {
    try {
      var reader = new QueryReader(text, now);
      var query = reader.any();
      return reader.text.substring(reader.position).isBlank()
          ? Optional.of(query)
          : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private Query any() {
    var parts = joined("OR", this::all);
    return parts.size() == 1 ? parts.getFirst() : new Query.Any(parts);
  }

  private Query all() {
    var parts = joined("AND", this::one);
    return parts.size() == 1 ? parts.getFirst() : new Query.All(parts);
  }

  private List<Query> joined(String word, Supplier<Query> part) {
    var parts = new ArrayList<Query>();
    do {
      parts.add(part.get());
    } while (skipped(Pattern.compile("\\s+" + word + "\\s+")));
    return parts;
  }

  private Query one() {
    if (!skipped(Pattern.compile("\\s*\\("))) {
      return term();
    }
    var inner = any();
    if (!skipped(Pattern.compile("\\s*\\)"))) {
      throw new IllegalArgumentException("a parenthesis is missing");
    }
    return inner;
  }

  private Query term() {
    var name = taken(NAME, 1).orElseThrow(IllegalArgumentException::new);
    if (name.equals(TIME)) {
      return submitted();
    }
    var field = Field.named(name).orElseThrow(IllegalArgumentException::new);
    var value =
        taken(QUOTED, 1).or(() -> taken(BARE, 0)).orElseThrow(IllegalArgumentException::new);
    return new Query.Is(field, value.replaceAll("\\\\(.)", "$1"));
  }

  private Query submitted() {
    var range = RANGE.matcher(text).region(position, text.length());
    if (!range.lookingAt()) {
      throw new IllegalArgumentException("a range is needed");
    }
    position = range.end();
    var from = bound(range.group(2), Instant.MIN);
    var to = bound(range.group(3), Instant.MAX);
    return new Query.Submitted(from, range.group(1).equals("["), to, range.group(4).equals("]"));
  }

  private Instant bound(String bound, Instant open) {
    return bound.equals("*")
        ? open
        : TimeMath.read(bound, now).orElseThrow(IllegalArgumentException::new);
  }

  private Optional<String> taken(Pattern pattern, int group) {
    var found = pattern.matcher(text).region(position, text.length());
    if (!found.lookingAt()) {
      return Optional.empty();
    }
    position = found.end();
    return Optional.ofNullable(found.group(group));
  }

  private boolean skipped(Pattern pattern) {
    return taken(pattern, 0).isPresent();
  }
}
