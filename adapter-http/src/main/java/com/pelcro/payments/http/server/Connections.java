package com.pelcro.payments.http.server;

import com.pelcro.payments.http.HttpSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// The open connections: no more than there may be, none for long on which no whole request has
/// come, however busily its bytes trickle in. What is asked on one is begun when the answer before
/// was taken, so that answers nobody reads do not pile up.
@Singleton
public final class Connections {

  /// The most there may be at once.
  static final int MOST = 10_000;

  private static final long BETWEEN_LOOKS = 1_000;

  /// How many requests are being answered, whether the last answer was taken, and since when there
  /// was no request.
  private static final class Use {
    private final AtomicInteger requests = new AtomicInteger();
    private volatile Future<Void> taken = Future.succeededFuture();
    private volatile long idleSince = System.nanoTime();

    void begins() {
      requests.incrementAndGet();
    }

    void ends() {
      idleSince = System.nanoTime();
      requests.decrementAndGet();
    }

    boolean isIdleFor(long nanos) {
      return requests.get() == 0 && System.nanoTime() - idleSince > nanos;
    }
  }

  private final Map<HttpConnection, Use> open = new ConcurrentHashMap<>();
  private final long patience;

  @Inject
  public Connections(HttpSettings settings) {
    this.patience = settings.limits().idle().toNanos();
  }

  /// Looks around every now and then from here on; ends with the timer that is returned.
  long watch(Vertx vertx) {
    return vertx.setPeriodic(BETWEEN_LOOKS, _ -> closeIdle());
  }

  void opened(HttpConnection connection) {
    if (open.size() >= MOST) {
      var _ = connection.close();
      return;
    }
    open.put(connection, new Use());
    connection.closeHandler(_ -> open.remove(connection));
  }

  /// Begins a request, now or when the answer before it was taken.
  void begin(HttpServerRequest request, Runnable work) {
    var use = open.get(request.connection());
    if (use == null) {
      return;
    }
    if (use.taken.isComplete()) {
      begin(request, use, work);
      return;
    }
    request.pause();
    var _ =
        use.taken.onSuccess(
            _ -> {
              begin(request, use, work);
              request.resume();
            });
  }

  private static void begin(HttpServerRequest request, Use use, Runnable work) {
    use.begins();
    request.response().endHandler(_ -> use.ends());
    work.run();
  }

  /// An answer was written, and is `taken` when the connection has taken all of it.
  void answered(HttpServerRequest request, Future<Void> taken) {
    var use = open.get(request.connection());
    if (use != null) {
      use.taken = taken;
    }
  }

  private void closeIdle() {
    open.forEach(
        (connection, use) -> {
          if (use.isIdleFor(patience)) {
            cut(connection);
          }
        });
  }

  /// Closes at once. Vert.x would wait until all that was written is read, so its part of the way
  /// is passed over.
  static void cut(HttpConnection connection) {
    var _ =
        connection instanceof ConnectionBase base
            ? base.channel().pipeline().firstContext().close()
            : connection.close();
  }
}
