package com.pelcro.payments.domain.site;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// A web origin (scheme, host, port if not the default): `https`, or `http` on localhost for trying
/// out.
public record Origin(String value) {

  private static final int LONGEST = 255;

  public Origin {
    problem(value)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(problem);
            });
  }

  /// What is wrong with this text as an origin, in words the person who typed it can use.
  public static Optional<String> problem(String value) {
    if (value.length() > LONGEST) {
      return Optional.of("is longer than " + LONGEST + " characters");
    }
    try {
      return problem(new URI(value));
    } catch (URISyntaxException e) {
      return Optional.of("is not a URL; write it like https://shop.example");
    }
  }

  /// Whether this is plain `http`, which only the sandbox takes.
  public boolean isLocal() {
    return value.startsWith("http:");
  }

  private static Optional<String> problem(URI uri) {
    if (uri.getHost() == null || uri.getHost().contains("*")) {
      return Optional.of("names no host, or a wildcard; write it like https://shop.example");
    }
    if (!uri.getRawPath().isEmpty() || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      return Optional.of("has a path; give scheme, host and port only, without a slash at the end");
    }
    if (uri.getRawUserInfo() != null) {
      return Optional.of("holds a user name; give scheme, host and port only");
    }
    var local = "http".equals(uri.getScheme()) && "localhost".equals(uri.getHost());
    return "https".equals(uri.getScheme()) || local
        ? Optional.empty()
        : Optional.of("begins with neither https:// nor http://localhost");
  }

  @Override
  public String toString() {
    return value;
  }
}
