package com.pelcro.payments.http.server;

/// How long a call takes when all is well.
public enum Pace {
  /// As long as its work, which is next to none: answered however much else there is to do.
  ALWAYS,
  /// As long as its work.
  PROMPT,
  /// As long as it takes for something to happen, if its caller wants to wait for that.
  WAITING
}
