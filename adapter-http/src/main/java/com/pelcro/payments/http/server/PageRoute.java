package com.pelcro.payments.http.server;

import com.pelcro.payments.http.access.PageAccess;
import java.util.Objects;

/// Where a page is, a path with names in braces, which may end in `/*` for all that is below; and
/// what it asks of its visitor, without which there is no page.
public record PageRoute(
    String method, String path, PageAccess access, Pace pace, PageEndpoint endpoint) {

  public PageRoute {
    var _ = Objects.requireNonNull(access, () -> path + " does not say who may see it");
  }

  public static PageRoute get(String path, PageAccess access, PageEndpoint endpoint) {
    return new PageRoute("GET", path, access, Pace.PROMPT, endpoint);
  }

  public static PageRoute post(String path, PageAccess access, PageEndpoint endpoint) {
    return new PageRoute("POST", path, access, Pace.PROMPT, endpoint);
  }
}
