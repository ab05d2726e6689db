package com.pelcro.payments.http.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whose request it is, by address. What a header says of it is believed only of our own proxies.
/// Of an IPv6 address the network is taken, since whoever has one address has all of it.
public final class ClientAddress {

  private static final int NETWORK_BYTES = 8;

  private ClientAddress() {}

  /// The address of who is connected, or whom our proxies ask for.
  public static String of(String peer, @Nullable String forwardedFor, Set<String> proxies) {
    if (forwardedFor == null || !proxies.contains(peer)) {
      return network(peer);
    }
    var hops = List.of(forwardedFor.split("\\s*,\\s*", -1)).reversed();
    return hops.stream()
        .map(String::strip)
        .filter(hop -> !proxies.contains(hop))
        .findFirst()
        .map(ClientAddress::network)
        .orElse(network(peer));
  }

  /// What is no address stays as it is; it counts as one.
  private static String network(String address) {
    try {
      return InetAddress.ofLiteral(address) instanceof Inet6Address six
          ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
          : address;
    } catch (IllegalArgumentException _) {
      return address;
    }
  }
}
