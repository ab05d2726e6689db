package com.pelcro.payments.http.server;

import com.pelcro.payments.application.event.FeedWatch;
import com.pelcro.payments.http.HttpSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The listening service. Closing it stops accepting and lets what is in flight end; who waits for
/// events is answered at once.
@Singleton
public final class HttpService implements AutoCloseable {

  /// How long what is in flight may take to end.
  public static final Duration GRACE = Duration.ofSeconds(30);

  /// In seconds; longer than any call takes. Connections without a call are closed much earlier.
  private static final int LONGEST_SILENCE = 900;

  private static final int LARGEST_HEADERS = 16 * 1024;
  private static final int LONGEST_LINE = 8 * 1024;

  private final Vertx vertx;
  private final HttpSettings settings;
  private final ApiRouter router;
  private final Workers workers;
  private final Responses responses;
  private final FeedWatch watch;
  private final Connections connections;
  private long timer;
  private @Nullable HttpServer server;

  @Inject
  public HttpService(
      Vertx vertx,
      HttpSettings settings,
      ApiRouter router,
      Workers workers,
      Responses responses,
      FeedWatch watch,
      Connections connections) {
    this.vertx = vertx;
    this.settings = settings;
    this.router = router;
    this.workers = workers;
    this.responses = responses;
    this.watch = watch;
    this.connections = connections;
  }

  /// Listens, and says on which port; throws when it cannot.
  public synchronized int start() {
    var listening =
        vertx
            .createHttpServer(options())
            .connectionHandler(connections::opened)
            .requestHandler(router.router(vertx))
            .invalidRequestHandler(router::invalid);
    timer = connections.watch(vertx);
    server = await(listening.listen(settings.port(), settings.host()));
    return server.actualPort();
  }

  /// Begins nothing new: every request is told to go elsewhere, and every connection ends with its
  /// next answer. What is in flight goes on.
  public void turnAway() {
    responses.stop();
    watch.close();
  }

  @Override
  public synchronized void close() {
    watch.close();
    var _ = vertx.cancelTimer(timer);
    if (server != null) {
      await(server.shutdown(GRACE));
      server = null;
    }
    workers.close();
  }

  private HttpServerOptions options() {
    return new HttpServerOptions()
        .setMaxHeaderSize(LARGEST_HEADERS)
        .setMaxInitialLineLength(LONGEST_LINE)
        .setIdleTimeout(LONGEST_SILENCE)
        .setIdleTimeoutUnit(TimeUnit.SECONDS)
        .setHandle100ContinueAutomatically(true)
        .setHttp2ClearTextEnabled(false);
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
