package com.pelcro.payments.benchmarks.bare;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Four tables and a queue of what is due.
final class BareStore {

  /// A renewal that is due.
  record Due(String id, long amount) {}

  private static final String TABLES =
      """
      CREATE TABLE IF NOT EXISTS keys (key text PRIMARY KEY, charge text NOT NULL, created_at timestamptz NOT NULL);
      CREATE TABLE IF NOT EXISTS charges (id text PRIMARY KEY, amount bigint NOT NULL, currency text NOT NULL,
        status text NOT NULL, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL);
      CREATE TABLE IF NOT EXISTS operations (id text PRIMARY KEY, charge text NOT NULL REFERENCES charges,
        status text NOT NULL, transaction_id text, asked_at timestamptz NOT NULL, ended_at timestamptz);
      CREATE INDEX IF NOT EXISTS operations_of_charge ON operations (charge);
      CREATE TABLE IF NOT EXISTS events (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, type text NOT NULL,
        charge text NOT NULL, data json NOT NULL, created_at timestamptz NOT NULL);
      CREATE TABLE IF NOT EXISTS renewals (id text PRIMARY KEY, amount bigint NOT NULL, status text NOT NULL,
        due_at timestamptz NOT NULL, charge text);
      CREATE INDEX IF NOT EXISTS renewals_due ON renewals (due_at) WHERE status = 'scheduled'
      """;

  private final HikariDataSource pool;

  private BareStore(HikariDataSource pool) {
    this.pool = pool;
  }

  static BareStore open(Map<String, String> environment) {
    var config = new HikariConfig();
    config.setJdbcUrl(environment.get("BARE_DATABASE_URL"));
    config.setUsername("postgres");
    config.setPassword("postgres");
    config.setMaximumPoolSize(16);
    config.setAutoCommit(false);
    return new BareStore(new HikariDataSource(config));
  }

  void create() throws SQLException {
    inTransaction(connection -> change(connection, TABLES));
  }

  void begin(String key, String charge, String operation, long amount, String currency)
      throws SQLException {
    inTransaction(
        connection -> {
          change(connection, "INSERT INTO keys VALUES (?, ?, now())", key, charge);
          insert(connection, charge, operation, amount, currency);
        });
  }

  private static void insert(
      Connection connection, String charge, String operation, long amount, String currency)
      throws SQLException {
    change(
        connection,
        "INSERT INTO charges VALUES (?, ?, ?, 'pending', now(), now())",
        charge,
        amount,
        currency);
    change(
        connection,
        "INSERT INTO operations VALUES (?, ?, 'asked', NULL, now(), NULL)",
        operation,
        charge);
  }

  void finish(String charge, String operation, String transaction, long amount, String currency)
      throws SQLException {
    inTransaction(
        connection -> finish(connection, charge, operation, transaction, amount, currency));
  }

  private static void finish(
      Connection connection,
      String charge,
      String operation,
      String transaction,
      long amount,
      String currency)
      throws SQLException {
    change(
        connection,
        "UPDATE charges SET status = 'captured', updated_at = now() WHERE id = ?",
        charge);
    change(
        connection,
        "UPDATE operations SET status = 'done', transaction_id = ?, ended_at = now() WHERE id = ?",
        transaction,
        operation);
    change(
        connection,
        "INSERT INTO events (type, charge, data, created_at)"
            + " VALUES ('charge.captured', ?, CAST(? AS json), now())",
        charge,
        "{\"id\":\"%s\",\"status\":\"captured\",\"amount\":%d,\"currency\":\"%s\"}"
            .formatted(charge, amount, currency));
  }

  List<Due> claim(int most) throws SQLException {
    var claimed = new ArrayList<Due>();
    inTransaction(
        connection -> {
          try (var statement =
              connection.prepareStatement(
                  """
                  UPDATE renewals SET due_at = now() + interval '5 minutes' WHERE id IN (
                    SELECT id FROM renewals WHERE status = 'scheduled' AND due_at <= now()
                    ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED)
                  RETURNING id, amount
                  """)) {
            statement.setInt(1, most);
            var rows = statement.executeQuery();
            while (rows.next()) {
              claimed.add(new Due(rows.getString(1), rows.getLong(2)));
            }
          }
        });
    return claimed;
  }

  void beginRenewal(Due due, String charge, String operation) throws SQLException {
    inTransaction(
        connection -> {
          insert(connection, charge, operation, due.amount(), "EUR");
          change(
              connection,
              "UPDATE renewals SET status = 'processing', charge = ? WHERE id = ?",
              charge,
              due.id());
        });
  }

  void finishRenewal(Due due, String charge, String operation, String transaction)
      throws SQLException {
    inTransaction(
        connection -> {
          finish(connection, charge, operation, transaction, due.amount(), "EUR");
          change(connection, "UPDATE renewals SET status = 'paid' WHERE id = ?", due.id());
          change(
              connection,
              "INSERT INTO renewals VALUES (?, ?, 'scheduled', now() + interval '1 month', NULL)",
              "next_" + due.id(),
              due.amount());
        });
  }

  private interface Work {
    void on(Connection connection) throws SQLException;
  }

  private void inTransaction(Work work) throws SQLException {
    try (var connection = pool.getConnection()) {
      work.on(connection);
      connection.commit();
    }
  }

  private static void change(Connection connection, String sql, Object... values)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (var index = 0; index < values.length; index++) {
        statement.setObject(index + 1, values[index]);
      }
      var _ = statement.execute();
    }
  }
}
