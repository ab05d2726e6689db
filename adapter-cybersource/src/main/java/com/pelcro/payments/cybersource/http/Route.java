package com.pelcro.payments.cybersource.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A path with its holes filled. The template is what logs show: it names no customer and no card.
public record Route(String template, String path) {

  private static final Pattern HOLE = Pattern.compile("\\{\\w+}");

  /// Fills the holes of a template in order. Ids are the gateway's own words and may hold anything,
  /// so they are encoded.
  public static Route of(String template, String... ids) {
    var path = template;
    for (var id : ids) {
      path = HOLE.matcher(path).replaceFirst(Matcher.quoteReplacement(encoded(id)));
    }
    if (HOLE.matcher(path).find()) {
      throw new IllegalArgumentException("too few ids for " + template);
    }
    return new Route(template, path);
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20").replace(".", "%2E");
  }
}
