package com.pelcro.payments.http.server;

/// Where a page is: a path with names in braces, which may end in `/*` for all that is below.
public record PageRoute(String method, String path, Pace pace, PageEndpoint endpoint) {

  public static PageRoute get(String path, PageEndpoint endpoint) {
    return new PageRoute("GET", path, Pace.PROMPT, endpoint);
  }

  public static PageRoute post(String path, PageEndpoint endpoint) {
    return new PageRoute("POST", path, Pace.PROMPT, endpoint);
  }
}
