package com.pelcro.payments.cybersource;

import com.pelcro.payments.cybersource.http.CyberSourceClient;
import com.pelcro.payments.cybersource.http.HttpSignature;
import com.pelcro.payments.domain.gateway.GatewayAdapter;
import com.pelcro.payments.domain.site.Environment;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Function;

/// Makes the CyberSource adapter, ready to be wired.
public final class CyberSource {

  /// Far below the longest reply that is read.
  private static final int BOOKS_PAGE = 100;

  private final CyberSourceSettings settings;
  private final Vertx vertx;
  private final InstantSource clock;

  @Inject
  public CyberSource(CyberSourceSettings settings, Vertx vertx, InstantSource clock) {
    this.settings = settings;
    this.vertx = vertx;
    this.clock = clock;
  }

  /// The adapter with connections of its own; made once.
  public GatewayAdapter adapter() {
    return adapter(settings::url, BOOKS_PAGE);
  }

  GatewayAdapter adapter(Function<Environment, URI> hosts, int booksPage) {
    var client =
        new CyberSourceClient(
            vertx, new HttpSignature(), clock, hosts, settings.timeout(), settings.connections());
    return new GatewayAdapter(
        CyberSourceProfile.profile(),
        new CyberSourceGateway(client),
        new CyberSourceVault(client),
        new CyberSourceCapture(client, clock),
        new CyberSourceBooks(client, booksPage));
  }
}
