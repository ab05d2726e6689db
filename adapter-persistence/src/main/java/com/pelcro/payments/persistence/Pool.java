package com.pelcro.payments.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/// Opens the pool, with a limit on everything: on waiting for a connection, a statement, a lock, a
/// reply, and on a transaction that nobody goes on with.
final class Pool {

  private static final Duration VALIDATION = Duration.ofSeconds(2);
  private static final Duration LONGEST_LIFE = Duration.ofMinutes(15);
  private static final Duration KEEP_ALIVE = Duration.ofMinutes(2);

  /// The server's limits, in milliseconds; the socket's own comes last, in case the server is gone.
  private static final String SERVER_LIMITS =
      "-c statement_timeout=10000"
          + " -c lock_timeout=5000"
          + " -c idle_in_transaction_session_timeout=30000";

  private static final String SOCKET_SECONDS = "20";
  private static final String CONNECT_SECONDS = "5";

  /// The details of a server's error would quote the row, and rows hold what belongs to people.
  private static final Map<String, String> LIMITS =
      Map.of(
          "ApplicationName", "pelcro-payments",
          "options", SERVER_LIMITS,
          "connectTimeout", CONNECT_SECONDS,
          "loginTimeout", CONNECT_SECONDS,
          "socketTimeout", SOCKET_SECONDS,
          "tcpKeepAlive", "true",
          "logServerErrorDetail", "false");

  private Pool() {}

  /// The pool exists whether or not the database does, and finds it whenever it is there.
  static HikariDataSource open(DatabaseSettings settings) {
    var config = new HikariConfig();
    config.setPoolName("payments");
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.user());
    config.setPassword(settings.password().reveal());
    config.setMaximumPoolSize(settings.poolSize());
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(settings.longestWait().toMillis());
    config.setValidationTimeout(VALIDATION.toMillis());
    config.setMaxLifetime(LONGEST_LIFE.toMillis());
    config.setKeepaliveTime(KEEP_ALIVE.toMillis());
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    LIMITS.forEach(config::addDataSourceProperty);
    return new HikariDataSource(config);
  }

  /// For a connection beside the pool, under the same limits.
  static Properties login(DatabaseSettings settings) {
    var login = new Properties();
    login.putAll(LIMITS);
    login.setProperty("user", settings.user());
    login.setProperty("password", settings.password().reveal());
    return login;
  }
}
