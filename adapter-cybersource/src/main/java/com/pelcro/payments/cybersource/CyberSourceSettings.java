package com.pelcro.payments.cybersource;

import com.pelcro.payments.domain.site.Environment;
import java.net.URI;
import java.time.Duration;

/// Where the gateway's two worlds are, and how long one thing asked of it may take in all.
///
/// @param connections how many calls to one host may be under way at once; four times as many wait
public record CyberSourceSettings(URI sandboxUrl, URI liveUrl, Duration timeout, int connections) {

  /// Enough for what a gateway answers within a second or two.
  public static final int USUAL_CONNECTIONS = 64;

  /// The gateway's own hosts.
  public static final URI SANDBOX = URI.create("https://apitest.cybersource.com");

  public static final URI LIVE = URI.create("https://api.cybersource.com");

  /// With as many connections as usual.
  public CyberSourceSettings(URI sandboxUrl, URI liveUrl, Duration timeout) {
    this(sandboxUrl, liveUrl, timeout, USUAL_CONNECTIONS);
  }

  public CyberSourceSettings {
    if (connections < 1) {
      throw new IllegalArgumentException("a gateway is asked over one connection at least");
    }
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException("a gateway call needs time, not " + timeout);
    }
    checked(sandboxUrl);
    checked(liveUrl);
  }

  /// Where an environment is.
  public URI url(Environment environment) {
    return switch (environment) {
      case SANDBOX -> sandboxUrl;
      case LIVE -> liveUrl;
    };
  }

  private static void checked(URI url) {
    var web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
    var bare = url.getRawPath() == null || url.getRawPath().matches("/?");
    if (!web || url.getHost() == null || !bare || url.getRawQuery() != null) {
      throw new IllegalArgumentException(url + " is not a scheme, a host and perhaps a port");
    }
  }
}
