package com.pelcro.payments.simulator.http;

/// A request the gateway does not carry out, thrown by whoever notices and sent by {@link
/// Exchanges}.
///
/// The gateway's checks sit at every depth of an endpoint and all end in the same way: nothing was
/// done, this is the answer. Thrown before anything is changed.
public final class Refusal extends RuntimeException {

  private final transient Reply reply;

  /// A refusal that is answered with this reply.
  public Refusal(Reply reply) {
    super("HTTP " + reply.status(), null, false, false);
    this.reply = reply;
  }

  /// What the caller gets to see.
  public Reply reply() {
    return reply;
  }
}
