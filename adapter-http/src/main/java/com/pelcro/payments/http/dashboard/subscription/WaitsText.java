package com.pelcro.payments.http.dashboard.subscription;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Waits as people write them, such as `1 day, 3 days, 12 hours`.
final class WaitsText {

  private static final Pattern WAIT =
      Pattern.compile("(\\d{1,6}) ?(d|days?|h|hours?|m|minutes?|s|seconds?)");

  private static final Duration LONGEST = Duration.ofDays(365);
  private static final int MOST = 20;

  private WaitsText() {}

  static String of(List<Duration> waits) {
    return waits.stream().map(WaitsText::of).collect(Collectors.joining(", "));
  }

  private static String of(Duration wait) {
    var seconds = wait.toSeconds();
    return Stream.of(Unit.values())
        .filter(unit -> seconds % unit.seconds == 0)
        .findFirst()
        .map(unit -> unit.count(seconds / unit.seconds))
        .orElseThrow();
  }

  /// Empty when something in it is no wait, or too long, or there are too many.
  static Optional<List<Duration>> read(String text) {
    var parts =
        Stream.of(text.toLowerCase(Locale.ROOT).split(",", -1))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .map(WaitsText::wait)
            .toList();
    return parts.size() <= MOST && parts.stream().allMatch(Optional::isPresent)
        ? Optional.of(parts.stream().map(Optional::get).toList())
        : Optional.empty();
  }

  private static Optional<Duration> wait(String text) {
    var matcher = WAIT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var unit =
        Stream.of(Unit.values())
            .filter(one -> matcher.group(2).charAt(0) == one.letter)
            .findFirst()
            .orElseThrow();
    return Optional.of(Duration.ofSeconds(Long.parseLong(matcher.group(1)) * unit.seconds))
        .filter(wait -> wait.isPositive() && wait.compareTo(LONGEST) <= 0);
  }

  /// From the longest on, so that days are not written in hours.
  private enum Unit {
    DAY(86_400, 'd', "day"),
    HOUR(3_600, 'h', "hour"),
    MINUTE(60, 'm', "minute"),
    SECOND(1, 's', "second");

    private final long seconds;
    private final char letter;
    private final String word;

    Unit(long seconds, char letter, String word) {
      this.seconds = seconds;
      this.letter = letter;
      this.word = word;
    }

    String count(long number) {
      return number + " " + word + (number == 1 ? "" : "s");
    }
  }
}
