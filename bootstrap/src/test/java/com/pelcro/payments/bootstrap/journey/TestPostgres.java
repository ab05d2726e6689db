package com.pelcro.payments.bootstrap.journey;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A PostgreSQL on a folder and a port that stay the same when it is started again.
public record TestPostgres(EmbeddedPostgres server, Path folder, int port)
    implements AutoCloseable {

  public static TestPostgres start(Path folder) throws IOException {
    var server =
        EmbeddedPostgres.builder().setDataDirectory(folder).setCleanDataDirectory(false).start();
    return new TestPostgres(server, folder, server.getPort());
  }

  public TestPostgres again() throws IOException {
    var restarted =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder)
            .setCleanDataDirectory(false)
            .setPort(port)
            .start();
    return new TestPostgres(restarted, folder, port);
  }

  public String url() {
    return "jdbc:postgresql://localhost:" + port + "/postgres";
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  public static void delete(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
