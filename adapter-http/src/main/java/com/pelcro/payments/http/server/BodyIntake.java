package com.pelcro.payments.http.server;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/// Gathers a request's bytes, whatever they are said to be, up to a limit and for a time. What
/// comes beyond it is dropped, so that the answer is read by who is still sending, and in the end
/// the connection.
final class BodyIntake {

  /// The largest body that is read, in bytes.
  static final int MOST = 64 * 1024;

  private static final int PATIENCE = 1024 * 1024;

  /// More than any limit, so that nothing more is taken.
  private static final long GIVEN_UP = Integer.MAX_VALUE;

  private final RoutingContext context;
  private final Buffer body = Buffer.buffer();
  private long received;

  private BodyIntake(RoutingContext context) {
    this.context = context;
  }

  /// Takes bodies that arrive within a time.
  static Handler<RoutingContext> within(Duration patience) {
    return context -> new BodyIntake(context).read(patience);
  }

  /// What was gathered.
  static Buffer of(RoutingContext context) {
    Buffer gathered = context.get(BodyIntake.class.getName());
    return gathered == null ? Buffer.buffer() : gathered;
  }

  private void read(Duration patience) {
    var request = context.request();
    var timer = context.vertx().setTimer(patience.toMillis(), _ -> giveUp());
    request.handler(this::take);
    request.endHandler(
        _ -> {
          context.vertx().cancelTimer(timer);
          end();
        });
    request.exceptionHandler(_ -> context.vertx().cancelTimer(timer));
  }

  private void giveUp() {
    if (received <= MOST) {
      received = GIVEN_UP;
      context.fail(408);
    }
  }

  private void take(Buffer chunk) {
    var before = received;
    received += chunk.length();
    if (received <= MOST) {
      body.appendBuffer(chunk);
    } else if (before <= MOST) {
      context.fail(413);
    } else if (received > PATIENCE) {
      var _ = context.request().connection().close();
    }
  }

  private void end() {
    if (received <= MOST) {
      context.put(BodyIntake.class.getName(), body);
      context.next();
    }
  }
}
