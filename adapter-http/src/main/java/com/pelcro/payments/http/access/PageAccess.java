package com.pelcro.payments.http.access;

/// What a page asks of its visitor.
public enum PageAccess {
  /// A session of the dashboard; what it opens is judged page by page.
  SESSION,
  /// Nothing.
  EVERYONE
}
