package com.pelcro.payments.persistence;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Hears from PostgreSQL of every change of settings, whoever made it. While it hears nothing of
/// PostgreSQL itself, nobody is sure of anything.
final class SettingsWatch implements AutoCloseable {

  static final long UNSURE = -1;

  private static final Duration TRUST = Duration.ofSeconds(2);
  private static final int LISTEN_MILLIS = 500;
  private static final int ALIVE_SECONDS = 1;
  private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);

  private final DatabaseSettings settings;
  private final AtomicLong changes = new AtomicLong();
  private volatile boolean listening;
  private volatile long heardAt;
  private volatile boolean closed;
  private volatile @Nullable Connection connection;

  SettingsWatch(DatabaseSettings settings) {
    this.settings = settings;
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
      var _ = statement.execute("LISTEN settings_changed");
    }
    changed();
    var channel = opened.unwrap(PGConnection.class);
    while (!closed && opened.isValid(ALIVE_SECONDS)) {
      heardAt = System.nanoTime();
      listening = true;
      if (channel.getNotifications(LISTEN_MILLIS).length > 0) {
        changed();
      }
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
