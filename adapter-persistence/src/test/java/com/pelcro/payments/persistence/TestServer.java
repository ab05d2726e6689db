package com.pelcro.payments.persistence;

import com.pelcro.payments.domain.site.SharedSecret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/// One PostgreSQL for all tests of this JVM, ending with it. Each database is copied from one that
/// the migrations made.
final class TestServer {

  private static final String USER = "postgres";
  private static final String TEMPLATE = "migrated";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestServer() {}

  /// Started when first needed.
  private static final class Holder {
    static final EmbeddedPostgres SERVER = start();
  }

  /// A new database with every table and no row.
  static synchronized DatabaseSettings freshDatabase() {
    var name = "test_" + COUNT.incrementAndGet();
    execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
    return settings(Holder.SERVER, name);
  }

  /// A new database with nothing in it.
  static synchronized DatabaseSettings emptyDatabase() {
    var name = "test_" + COUNT.incrementAndGet();
    execute("CREATE DATABASE " + name);
    return settings(Holder.SERVER, name);
  }

  static DatabaseSettings settings(EmbeddedPostgres server, String name) {
    return new DatabaseSettings(
        "jdbc:postgresql://localhost:" + server.getPort() + "/" + name,
        USER,
        new SharedSecret(""),
        16);
  }

  private static EmbeddedPostgres start() {
    try {
      var server = EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
      execute(server, "CREATE DATABASE " + TEMPLATE);
      var settings = settings(server, TEMPLATE);
      try (var database = new Database(settings)) {
        new Migrations(settings, database).run();
      }
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void execute(String sql) {
    execute(Holder.SERVER, sql);
  }

  private static void execute(EmbeddedPostgres server, String sql) {
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      var _ = statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
