package com.pelcro.payments.http.cardsession;

import com.pelcro.payments.domain.cardsession.CardFields.Microform;
import com.pelcro.payments.domain.cardsession.CardSession;
import com.pelcro.payments.domain.site.Origin;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;

/// What the browser lets the card form's page do: run our script and the gateway's, show the
/// gateway's fields, and be framed by the pages the session is for.
final class FormRules {

  /// Of a page that only says something, wherever it is framed.
  static final Map<String, String> SAYING =
      rules("default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'");

  private FormRules() {}

  static Map<String, String> of(CardSession session, Microform fields) {
    var gateway = origin(URI.create(fields.clientLibrary()));
    var pages = session.origins().stream().map(Origin::value).collect(Collectors.joining(" "));
    return rules(
        "default-src 'none'; script-src 'self' %1$s; style-src 'self'; img-src 'self'; connect-src"
                .formatted(gateway)
            + " 'self' %1$s; frame-src %1$s; base-uri 'none'; form-action 'none';"
                .formatted(gateway)
            + " frame-ancestors 'self' "
            + pages);
  }

  private static String origin(URI library) {
    var port = library.getPort() < 0 ? "" : ":" + library.getPort();
    return library.getScheme() + "://" + library.getHost() + port;
  }

  /// Addresses of the form name its session, so nobody is told more than where it is.
  private static Map<String, String> rules(String policy) {
    return Map.of("Content-Security-Policy", policy, "Referrer-Policy", "strict-origin");
  }
}
