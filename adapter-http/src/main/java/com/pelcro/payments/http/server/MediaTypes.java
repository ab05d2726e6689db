package com.pelcro.payments.http.server;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a request says of the body it sends and of the one it wants.
final class MediaTypes {

  private static final Set<String> JSON = Set.of("*/*", "application/*", Reply.JSON, Problem.MEDIA);

  private MediaTypes() {}

  /// JSON, in UTF-8 if a charset is named at all.
  static boolean isJson(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    var parts = parts(contentType);
    return parts[0].equals("application/json")
        && Stream.of(parts)
            .filter(part -> part.startsWith("charset="))
            .allMatch(part -> part.replace("\"", "").equals("charset=utf-8"));
  }

  /// Whether one of the wanted types is the one that is answered.
  static boolean takes(@Nullable String accept, String answered) {
    return accept == null
        || Stream.of(accept.split(",", -1))
            .map(MediaTypes::parts)
            .anyMatch(parts -> isWanted(parts, answered));
  }

  private static boolean isWanted(String[] parts, String answered) {
    var refused = Stream.of(parts).anyMatch(part -> part.matches("q=0(\\.0*)?"));
    return ranges(answered).contains(parts[0]) && !refused;
  }

  private static Set<String> ranges(String type) {
    return type.equals(Reply.JSON)
        ? JSON
        : Set.of("*/*", type.substring(0, type.indexOf('/')) + "/*", type);
  }

  private static String[] parts(String type) {
    return type.toLowerCase(Locale.ROOT).replace(" ", "").replace("\t", "").split(";", -1);
  }
}
