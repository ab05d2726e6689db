package com.pelcro.payments.http.access;

/// What a route asks of its caller.
public enum Access {
  /// The operator key.
  OPERATOR,
  /// The operator key, or a key of the site in the path.
  SITE,
  /// Any key in force.
  ANY_KEY,
  /// Nothing.
  EVERYONE
}
