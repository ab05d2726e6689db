package com.pelcro.payments.cybersource.http;

/// What came of a request.
public sealed interface Exchange {

  /// A whole reply, whatever it says.
  record Reply(int status, String body) implements Exchange {}

  /// Certainly not one byte of the request left this machine.
  record NotSent(String why) implements Exchange {}

  /// The request may have arrived, and no whole reply came back.
  record NoReply(String why) implements Exchange {}
}
