package com.pelcro.payments.cybersource;

import com.pelcro.payments.domain.site.Environment;
import java.net.URI;
import java.time.Duration;

/// Where the gateway's two worlds are, and how long one thing asked of it may take in all.
public record CyberSourceSettings(URI sandboxUrl, URI liveUrl, Duration timeout) {

  /// The gateway's own hosts.
  public static final URI SANDBOX = URI.create("https://apitest.cybersource.com");

  public static final URI LIVE = URI.create("https://api.cybersource.com");

  public CyberSourceSettings {
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
