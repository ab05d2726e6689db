package com.pelcro.payments.cybersource.http;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A signed request, ready to go.
record Outgoing(
    URI host, String method, String path, Map<String, String> headers, @Nullable String body) {

  /// Headers hold a signature.
  @Override
  public String toString() {
    return method + " " + host + path;
  }

  /// The authority as the Host header says it: with a port only where it is not the scheme's own.
  static String authority(URI url) {
    return url.getPort() < 0 || url.getPort() == ownPort(url)
        ? url.getHost()
        : url.getHost() + ":" + url.getPort();
  }

  int port() {
    return host.getPort() < 0 ? ownPort(host) : host.getPort();
  }

  boolean isSecure() {
    return "https".equals(host.getScheme());
  }

  private static int ownPort(URI url) {
    return "https".equals(url.getScheme()) ? 443 : 80;
  }
}
