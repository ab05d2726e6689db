package com.pelcro.payments.cybersource.http;

import org.jspecify.annotations.Nullable;

/// An exchange with the gateway's own number of it, when one came.
record Received(Exchange exchange, @Nullable String correlationId) {

  static Received notSent(String why) {
    return new Received(new Exchange.NotSent(why), null);
  }

  static Received noReply(String why) {
    return new Received(new Exchange.NoReply(why), null);
  }
}
