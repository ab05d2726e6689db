package com.pelcro.payments.simulator.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;

/// Puts answers on the wire, whole, cut or not at all. The caller may be gone by then: nobody
/// minds.
final class Wire {

  private Wire() {}

  static void send(RoutingContext context, Reply reply) {
    onLoop(
        context,
        () -> {
          head(context, reply);
          context.response().end(reply.body());
        });
  }

  /// Promises the whole body, sends half of it and closes.
  static void cut(RoutingContext context, Reply reply) {
    onLoop(
        context,
        () -> {
          head(context, reply);
          var response = context.response();
          response.putHeader("Content-Length", Integer.toString(reply.body().length()));
          Buffer half = reply.body().slice(0, reply.body().length() / 2);
          response.write(half).onComplete(_ -> context.request().connection().close());
        });
  }

  static void close(RoutingContext context) {
    onLoop(context, () -> context.request().connection().close());
  }

  private static void onLoop(RoutingContext context, Runnable work) {
    context.vertx().getOrCreateContext();
    context
        .vertx()
        .runOnContext(
            _ -> {
              if (!context.response().closed() && !context.response().ended()) {
                work.run();
              }
            });
  }

  private static void head(RoutingContext context, Reply reply) {
    var response = context.response().setStatusCode(reply.status());
    response.putHeader("v-c-correlation-id", UUID.randomUUID().toString());
    if (!reply.contentType().isEmpty()) {
      response.putHeader("Content-Type", reply.contentType());
    }
    reply.headers().forEach(response::putHeader);
  }
}
