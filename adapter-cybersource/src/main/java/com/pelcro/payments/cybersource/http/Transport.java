package com.pelcro.payments.cybersource.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;

/// Carries requests over HTTP/1.1 on kept connections, with a limit on everything.
final class Transport {

  private static final int WAITING_FOR_EACH = 4;
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /// Short, so that the gateway seldom closes a connection just as we use it: that would be no
  /// reply.
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(10);

  private final HttpClient client;

  Transport(Vertx vertx, int connections) {
    client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) CONNECT.toMillis())
                .setKeepAliveTimeout((int) KEEP_ALIVE.toSeconds())
                .setVerifyHost(true),
            new PoolOptions()
                .setHttp1MaxSize(connections)
                .setMaxWaitQueueSize(WAITING_FOR_EACH * connections));
  }

  /// Sends once and blocks until there is a reply or the time is over.
  Received send(Outgoing request, Duration limit) {
    if (Context.isOnEventLoopThread()) {
      throw new IllegalStateException("the gateway is never asked on an event loop");
    }
    return new Attempt(request.body()).start(client, options(request)).await(limit);
  }

  private static RequestOptions options(Outgoing request) {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.valueOf(request.method()))
            .setHost(request.host().getHost())
            .setPort(request.port())
            .setSsl(request.isSecure())
            .setURI(request.path());
    request.headers().forEach(options::putHeader);
    return options;
  }
}
