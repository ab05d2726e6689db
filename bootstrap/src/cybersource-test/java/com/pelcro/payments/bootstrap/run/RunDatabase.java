package com.pelcro.payments.bootstrap.run;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A PostgreSQL of this run's own, whose data stays.
record RunDatabase(EmbeddedPostgres server) implements AutoCloseable {

  private static final Duration STARTUP = Duration.ofSeconds(60);
  private static final Duration SHUTDOWN = Duration.ofSeconds(20);

  static RunDatabase start(Path folder) {
    stopLeftOver(folder);
    try {
      var server =
          EmbeddedPostgres.builder()
              .setDataDirectory(folder)
              .setCleanDataDirectory(false)
              .setPGStartupWait(STARTUP)
              .start();
      return new RunDatabase(server);
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL does not start in " + folder, e);
    }
  }

  String url() {
    return server.getJdbcUrl("postgres", "postgres").replaceAll("\\?.*", "");
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  /// A run that was killed leaves its server behind; two servers on one folder would be the end of
  /// it.
  private static void stopLeftOver(Path folder) {
    var file = folder.resolve("postmaster.pid");
    try {
      if (Files.exists(file)) {
        var pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        ProcessHandle.of(pid).filter(RunDatabase::isPostgres).ifPresent(RunDatabase::stop);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().filter(command -> command.endsWith("postgres")).isPresent();
  }

  private static void stop(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(SHUTDOWN.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(
          "the PostgreSQL of an earlier run does not stop: " + process.pid(), e);
    }
  }
}
