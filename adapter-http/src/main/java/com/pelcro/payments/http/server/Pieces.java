package com.pelcro.payments.http.server;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Sends a long answer from a thread of its own, at the pace of who reads it: each piece is waited
/// for until the connection has taken it.
final class Pieces {

  /// How long a reader may leave a piece untaken.
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Context loop;
  private final HttpServerRequest request;
  private boolean taken = true;

  Pieces(Context loop, HttpServerRequest request) {
    this.loop = loop;
    this.request = request;
  }

  /// Whether there is still somebody who reads.
  boolean areTaken() {
    return taken;
  }

  /// Sends a piece; a reader who has left, or is too slow, makes this the last one.
  void write(Supplier<Future<Void>> piece) {
    var written = new CompletableFuture<Void>();
    loop.runOnContext(_ -> send(piece, written));
    try {
      written.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      taken = false;
    } catch (InterruptedException e) {
      taken = false;
      Thread.currentThread().interrupt();
    }
  }

  private void send(Supplier<Future<Void>> piece, CompletableFuture<Void> written) {
    if (request.response().closed()) {
      written.completeExceptionally(new IllegalStateException("the reader has left"));
      return;
    }
    var _ =
        piece
            .get()
            .onComplete(
                done -> {
                  if (done.succeeded()) {
                    written.complete(null);
                  } else {
                    written.completeExceptionally(done.cause());
                  }
                });
  }

  /// Says that this was all, or breaks off what nobody took.
  void end() {
    if (taken) {
      loop.runOnContext(_ -> request.response().end());
    } else {
      breakOff();
    }
  }

  /// Leaves the answer without its end, so that nobody takes it for whole.
  void breakOff() {
    loop.runOnContext(_ -> Connections.cut(request.connection()));
  }
}
