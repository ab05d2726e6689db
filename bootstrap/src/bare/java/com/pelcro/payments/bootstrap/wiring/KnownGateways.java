package com.pelcro.payments.bootstrap.wiring;

import java.util.List;

/// What is left of the list when its last line is taken out: the service that is built without
/// CyberSource takes the place of its sibling.
public final class KnownGateways {

  private KnownGateways() {}

  public static List<KnownGateway> all() {
    return List.of();
  }
}
