package com.pelcro.payments.simulator;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Where a simulator listens, and by which clock it lives.
///
/// @param port 0 for any that is free
/// @param tlsPort null for none, 0 for any that is free
public record SimulatorOptions(
    String host, int port, @Nullable Integer tlsPort, InstantSource clock) {

  private static final String LOOPBACK = "127.0.0.1";

  /// A free port of this machine alone, without TLS: what tests want.
  public static SimulatorOptions ephemeral() {
    return new SimulatorOptions(LOOPBACK, 0, null, InstantSource.system());
  }

  /// The same with a TLS port besides.
  public SimulatorOptions withTls() {
    return new SimulatorOptions(host, port, 0, clock);
  }

  /// The same by another clock.
  public SimulatorOptions by(InstantSource another) {
    return new SimulatorOptions(host, port, tlsPort, another);
  }

  /// Another port of this machine alone.
  public static SimulatorOptions onPort(int port) {
    return new SimulatorOptions(LOOPBACK, port, null, InstantSource.system());
  }
}
