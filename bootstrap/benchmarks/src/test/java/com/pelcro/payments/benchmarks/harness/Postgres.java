package com.pelcro.payments.benchmarks.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A PostgreSQL as it would run: what it commits is on the disk.
public final class Postgres implements AutoCloseable {

  private final EmbeddedPostgres server;
  private final Path folder;

  private Postgres(EmbeddedPostgres server, Path folder) {
    this.server = server;
    this.folder = folder;
  }

  /// The defaults of a small server: a quarter of 4 GiB as its own memory, everything durable.
  public static Postgres start() throws IOException, SQLException {
    return start(Map.of());
  }

  /// The same, and it counts what each statement took.
  public static Postgres counting() throws IOException, SQLException {
    var started =
        start(
            Map.of(
                "shared_preload_libraries", "pg_stat_statements",
                "pg_stat_statements.track", "all",
                "pg_stat_statements.track_planning", "on"));
    started.change("template1", "CREATE EXTENSION pg_stat_statements");
    return started;
  }

  private static Postgres start(Map<String, String> more) throws IOException, SQLException {
    var folder = Files.createTempDirectory("bench-postgres");
    var builder = EmbeddedPostgres.builder();
    more.forEach(builder::setServerConfig);
    var server =
        builder
            .setDataDirectory(folder)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("shared_buffers", "1GB")
            .setServerConfig("max_wal_size", "4GB")
            .start();
    var started = new Postgres(server, folder);
    var settings = started.settings("postgres");
    if (!settings.get("fsync").equals("on") || !settings.get("synchronous_commit").equals("on")) {
      started.close();
      throw new IllegalStateException("nothing is measured on a database that forgets");
    }
    return started;
  }

  private Map<String, String> settings(String database) throws SQLException {
    var settings = new HashMap<String, String>();
    try (var connection = connect(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT name, setting FROM pg_settings")) {
      while (rows.next()) {
        settings.put(rows.getString(1), rows.getString(2));
      }
    }
    return settings;
  }

  public void create(String database) throws SQLException {
    change("postgres", "CREATE DATABASE " + database);
  }

  public String url(String database) {
    return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
  }

  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), "postgres", "postgres");
  }

  public void change(String database, String sql) throws SQLException {
    try (var connection = connect(database);
        var statement = connection.createStatement()) {
      var _ = statement.execute(sql);
    }
  }

  public long count(String database, String sql) throws SQLException {
    return Long.parseLong(text(database, sql));
  }

  public String text(String database, String sql) throws SQLException {
    try (var connection = connect(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      if (!rows.next()) {
        throw new IllegalStateException("no row: " + sql);
      }
      return rows.getString(1);
    }
  }

  /// All rows, their columns as text.
  public List<List<String>> rows(String database, String sql) throws SQLException {
    try (var connection = connect(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var all = new ArrayList<List<String>>();
      while (rows.next()) {
        var row = new ArrayList<String>();
        for (var column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          row.add(String.valueOf(rows.getString(column)));
        }
        all.add(row);
      }
      return all;
    }
  }

  /// The processor time of the server and of all its connections.
  public Usage usage() throws IOException {
    var lines = Files.readAllLines(folder.resolve("postmaster.pid"));
    return Usage.ofFamily(Long.parseLong(lines.getFirst().strip()));
  }

  @Override
  public void close() throws IOException {
    server.close();
    if (Files.exists(folder)) {
      try (var paths = Files.walk(folder)) {
        for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
          var _ = Files.deleteIfExists(path);
        }
      }
    }
  }
}
