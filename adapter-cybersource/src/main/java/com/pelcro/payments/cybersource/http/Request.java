package com.pelcro.payments.cybersource.http;

import org.jspecify.annotations.Nullable;

/// What is to be asked. The body is text once and for all: it is signed as it is sent.
record Request(String method, Route route, @Nullable String body) {

  /// A body may hold a token.
  @Override
  public String toString() {
    return method + " " + route.template();
  }
}
