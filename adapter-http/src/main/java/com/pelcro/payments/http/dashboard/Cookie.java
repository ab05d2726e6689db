package com.pelcro.payments.http.dashboard;

import com.pelcro.payments.domain.access.DashboardSession;
import com.pelcro.payments.domain.site.SharedSecret;
import com.pelcro.payments.http.HttpSettings;
import com.pelcro.payments.http.server.PageCall;
import java.util.Optional;
import java.util.regex.Pattern;

/// The cookie that holds a session's token.
public final class Cookie {

  private static final String NAME = "pelcro_dashboard";
  private static final Pattern VALUE =
      Pattern.compile("(?:^|;\\s*)" + NAME + "=([A-Za-z0-9_-]{20,100})(?:;|$)");

  private Cookie() {}

  public static Optional<String> of(PageCall call) {
    return call.header("Cookie")
        .map(VALUE::matcher)
        .filter(java.util.regex.Matcher::find)
        .map(found -> found.group(1));
  }

  public static String set(SharedSecret token, HttpSettings settings) {
    return NAME
        + "="
        + token.reveal()
        + "; Max-Age="
        + DashboardSession.LONGEST.toSeconds()
        + attributes(settings);
  }

  public static String clear(HttpSettings settings) {
    return NAME + "=; Max-Age=0" + attributes(settings);
  }

  private static String attributes(HttpSettings settings) {
    var secure = "https".equals(settings.publicUrl().getScheme()) ? "; Secure" : "";
    return "; Path=/dashboard; HttpOnly; SameSite=Strict" + secure;
  }
}
