package com.pelcro.payments.http.ops;

import com.pelcro.payments.http.access.Access;
import com.pelcro.payments.http.server.Reply;
import com.pelcro.payments.http.server.Route;
import com.pelcro.payments.http.server.Routes;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.util.List;

/// Figures for Prometheus.
public final class MetricsRoutes implements Routes {

  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final Metrics metrics;

  @Inject
  public MetricsRoutes(Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.get("/metrics", Access.EVERYONE, _ -> figures()));
  }

  private Reply figures() {
    return Reply.bytes(200, TEXT, Buffer.buffer(metrics.scrape()));
  }
}
