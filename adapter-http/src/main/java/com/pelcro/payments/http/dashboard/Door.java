package com.pelcro.payments.http.dashboard;

import com.pelcro.payments.http.server.Pace;
import com.pelcro.payments.http.server.Reply;

/// A page behind the log-in: where it is and what makes it. What is not below a site is the
/// operator's alone, unless it is `OPEN` to whoever is logged in.
public record Door(String method, String path, Opens opens, Pace pace, Maker maker) {

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
    Reply.Sendable make(Inquiry inquiry);
  }

  public static Door get(String path, Maker maker) {
    return new Door("GET", path, Opens.SITE, Pace.PROMPT, maker);
  }

  public static Door post(String path, Maker maker) {
    return new Door("POST", path, Opens.SITE, Pace.PROMPT, maker);
  }

  /// A list of any length to take away.
  public static Door download(String path, Maker maker) {
    return new Door("GET", path, Opens.SITE, Pace.WAITING, maker);
  }

  public Door to(Opens whom) {
    return new Door(method, path, whom, pace, maker);
  }
}
