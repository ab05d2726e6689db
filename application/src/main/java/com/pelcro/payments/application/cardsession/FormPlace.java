package com.pelcro.payments.application.cardsession;

import com.pelcro.payments.domain.gateway.CaptureRequest;
import com.pelcro.payments.domain.site.Environment;
import com.pelcro.payments.domain.site.Origin;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where our own card form is served. A gateway shows its fields only in pages it was told of, and
/// our form is one of them; none when it is served from where no gateway would allow it.
public record FormPlace(@Nullable Origin origin) {

  /// How many pages a gateway can be told of.
  private static final int MOST = 9;

  public static FormPlace at(URI publicUrl) {
    var port = publicUrl.getPort() < 0 ? "" : ":" + publicUrl.getPort();
    var text = publicUrl.getScheme() + "://" + publicUrl.getHost() + port;
    return new FormPlace(Origin.problem(text).isEmpty() ? new Origin(text) : null);
  }

  /// The request with our form's page added, where that is possible.
  CaptureRequest in(Environment environment, CaptureRequest asked) {
    return origin == null || !isWelcome(origin, environment, asked.origins())
        ? asked
        : new CaptureRequest(
            asked.method(),
            Stream.concat(asked.origins().stream(), Stream.of(origin)).toList(),
            asked.networks());
  }

  private static boolean isWelcome(Origin form, Environment environment, List<Origin> others) {
    return others.size() < MOST
        && !others.contains(form)
        && !(form.isLocal() && environment == Environment.LIVE);
  }
}
