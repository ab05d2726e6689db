package com.pelcro.payments.http.dashboard;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How things are written for people.
public final class Words {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH);

  /// A time as the site's clock shows it; `iso` is for machines.
  public record Moment(String iso, String text) {}

  /// A short word with a colour: `good`, `wait`, `bad` or `calm`.
  public record Badge(String text, String tone) {}

  private Words() {}

  public static Moment at(Instant instant, ZoneId zone) {
    return new Moment(instant.toString(), TIME.withZone(zone).format(instant));
  }

  public static @Nullable Moment maybe(@Nullable Instant instant, ZoneId zone) {
    return instant == null ? null : at(instant, zone);
  }

  /// `insufficient_funds` as `Insufficient funds`.
  public static String human(String code) {
    return capital(code.replace('_', ' '));
  }

  /// With a capital letter and a full stop.
  public static String sentence(String text) {
    return capital(text) + (text.endsWith(".") ? "" : ".");
  }

  private static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
