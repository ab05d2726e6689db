package com.pelcro.payments.persistence;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Hears from PostgreSQL of every change of settings, whoever made it. While it hears nothing of
/// PostgreSQL itself, nobody is sure of anything; neither before it has heard what a connection of
/// the pool told it, for what stands between may keep notifications to itself.
final class SettingsWatch implements AutoCloseable {

  static final long UNSURE = -1;

  private static final Duration TRUST = Duration.ofSeconds(2);
  private static final int LISTEN_MILLIS = 500;
  private static final int ALIVE_SECONDS = 1;
  private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);

  private final DatabaseSettings settings;
  private final DataSource pool;
  private final String echo = "settings_echo_" + UUID.randomUUID().toString().replace("-", "");
  private final AtomicLong changes = new AtomicLong();
  private volatile boolean listening;
  private volatile long heardAt;
  private volatile boolean closed;
  private volatile @Nullable Connection connection;

  SettingsWatch(DatabaseSettings settings, DataSource pool) {
    this.settings = settings;
    this.pool = pool;
  }

  /// From now on it listens. It has a thread of its own, so that it hears in time when all others
  /// are busy.
  void start() {
    var _ = Thread.ofPlatform().daemon().name("settings-watch").start(this::watch);
  }

  /// How often anything changed so far, or [#UNSURE]: what was read after this was asked is true
  /// for as long as it stays the same.
  long changes() {
    return listening && System.nanoTime() - heardAt < TRUST.toNanos() ? changes.get() : UNSURE;
  }

  /// Something changed, or may have changed.
  void changed() {
    var _ = changes.incrementAndGet();
  }

  private void watch() {
    while (!closed) {
      try (var opened = open()) {
        connection = opened;
        listen(opened);
      } catch (SQLException _) {
        // It is away; the pool says so to whoever needs it.
      }
      listening = false;
      changed();
      if (!closed) {
        LockSupport.parkNanos(BEFORE_NEXT_TRY.toNanos());
      }
    }
  }

  private Connection open() throws SQLException {
    var login = Pool.login(settings);
    login.setProperty("ApplicationName", "pelcro-payments settings");
    return DriverManager.getConnection(settings.url(), login);
  }

  private void listen(Connection opened) throws SQLException {
    try (var statement = opened.createStatement()) {
      var _ = statement.execute("LISTEN settings_changed; LISTEN " + echo);
    }
    changed();
    var channel = opened.unwrap(PGConnection.class);
    var hears = false;
    while (!closed && opened.isValid(ALIVE_SECONDS)) {
      heardAt = System.nanoTime();
      listening = hears;
      if (!hears) {
        call();
      }
      for (var told : channel.getNotifications(LISTEN_MILLIS)) {
        hears |= told.getName().equals(echo);
        changed();
      }
    }
  }

  private void call() throws SQLException {
    try (var other = pool.getConnection();
        var statement = other.prepareStatement("SELECT pg_notify(?, '')")) {
      statement.setString(1, echo);
      var _ = statement.execute();
    }
  }

  @Override
  public void close() {
    closed = true;
    var opened = connection;
    if (opened != null) {
      try {
        opened.abort(Runnable::run);
      } catch (SQLException _) {
        // Then it is closed already.
      }
    }
  }
}
