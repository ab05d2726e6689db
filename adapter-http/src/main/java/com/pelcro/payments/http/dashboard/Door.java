package com.pelcro.payments.http.dashboard;

import com.pelcro.payments.http.server.Reply;

/// A page behind the log-in: where it is and what makes it. What is not below a site is the
/// operator's alone, unless it is `OPEN` to whoever is logged in.
public record Door(String method, String path, Opens opens, Maker maker) {

  /// To whom it opens.
  public enum Opens {
    /// Whoever may see the site in the path.
    SITE,
    /// The operator, in the site in the path.
    OPERATOR_AT_SITE,
    /// The operator.
    OPERATOR,
    /// Whoever is logged in.
    ANYBODY
  }

  /// What makes the page.
  @FunctionalInterface
  public interface Maker {
    Reply.Answer make(Inquiry inquiry);
  }

  public static Door get(String path, Maker maker) {
    return new Door("GET", path, Opens.SITE, maker);
  }

  public static Door post(String path, Maker maker) {
    return new Door("POST", path, Opens.SITE, maker);
  }

  public Door to(Opens whom) {
    return new Door(method, path, whom, maker);
  }
}
