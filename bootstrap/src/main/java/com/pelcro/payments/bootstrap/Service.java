package com.pelcro.payments.bootstrap;

import com.pelcro.payments.bootstrap.jobs.Job;
import com.pelcro.payments.bootstrap.wiring.AppComponent;
import com.pelcro.payments.bootstrap.wiring.DaggerAppComponent;
import com.pelcro.payments.bootstrap.wiring.GatewayWiring;
import com.pelcro.payments.domain.gateway.GatewayAdapter;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The running service. Closing it stops accepting, finishes what is in flight and lets go of
/// everything.
public final class Service implements AutoCloseable {

  private static final int VERTX_CLOSE_SECONDS = 10;
  private static final Duration TELLING = Duration.ofSeconds(2);

  private final Vertx vertx;
  private final AppComponent app;
  private final Set<Job> jobs;
  private final int port;

  private Service(Vertx vertx, AppComponent app, Set<Job> jobs, int port) {
    this.vertx = vertx;
    this.app = app;
    this.jobs = jobs;
    this.port = port;
  }

  /// Brings the database up to date, then listens; throws when either fails, holding on to nothing.
  public static Service start(Config config) {
    var vertx = Vertx.vertx();
    return start(
        config, vertx, GatewayWiring.gateways(config, vertx, Clock.tickMillis(ZoneOffset.UTC)));
  }

  /// The same with these gateways in place of those it is built with.
  public static Service start(Config config, Set<GatewayAdapter> gateways) {
    return start(config, Vertx.vertx(), gateways);
  }

  private static Service start(Config config, Vertx vertx, Set<GatewayAdapter> gateways) {
    var app = DaggerAppComponent.factory().create(config, vertx, gateways);
    try {
      var http = CompletableFuture.supplyAsync(app::http, Service::beside);
      app.migrations().run();
      app.database().watchSettings();
      var port = http.join().start();
      var jobs = app.jobs();
      jobs.forEach(Job::start);
      return new Service(vertx, app, jobs, port);
    } catch (RuntimeException e) {
      close(vertx, app);
      throw e;
    }
  }

  /// The routes and their contract take as long to read as the database takes to be brought up to
  /// date.
  private static void beside(Runnable work) {
    var _ = Thread.ofPlatform().daemon().name("reading-contract").start(work);
  }

  /// The port it listens on.
  public int port() {
    return port;
  }

  /// The end of a process that others still know of: tells whoever comes to go elsewhere for long
  /// enough that everybody hears it, and closes.
  public void stop() {
    app.http().turnAway();
    var told = System.nanoTime() + TELLING.toNanos();
    stopJobs();
    while (System.nanoTime() < told) {
      LockSupport.parkNanos(told - System.nanoTime());
    }
    close(vertx, app);
  }

  @Override
  public void close() {
    stopJobs();
    close(vertx, app);
  }

  /// All at once: each may take its time.
  private void stopJobs() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      jobs.forEach(job -> threads.execute(job::stop));
    }
  }

  private static void close(Vertx vertx, AppComponent app) {
    app.http().close();
    app.tracing().close();
    app.database().close();
    vertx
        .close()
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(VERTX_CLOSE_SECONDS, TimeUnit.SECONDS)
        .join();
  }
}
