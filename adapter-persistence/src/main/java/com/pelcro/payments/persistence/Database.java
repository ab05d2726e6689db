package com.pelcro.payments.persistence;

import com.pelcro.payments.application.Result;
import com.pelcro.payments.application.Result.Done;
import com.pelcro.payments.application.Result.Refused;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/// The pool, and every statement's way to it: a statement joins the transaction its thread has
/// open, and else is one of its own. A database that is away becomes a `StorageUnavailable`.
@Singleton
public final class Database implements AutoCloseable {

  private static final int PING_SECONDS = 1;

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final SettingsWatch settings;
  private final ScopedValue<Work> transaction = ScopedValue.newInstance();

  /// An open transaction.
  private static final class Work {

    final Handle handle;
    final List<Runnable> last = new ArrayList<>();
    boolean changesSettings;

    Work(Handle handle) {
      this.handle = handle;
    }
  }

  @Inject
  public Database(DatabaseSettings settings) {
    this.pool = Pool.open(settings);
    this.settings = new SettingsWatch(settings, pool);
    this.jdbi = Jdbi.create(pool);
    // A failed statement's message would quote what was bound, and that may belong to people.
    jdbi.configure(
        StatementExceptions.class,
        exceptions -> exceptions.setMessageRendering(MessageRendering.NONE));
  }

  /// Returns when the database answered, and throws `StorageUnavailable` when it did not in time.
  public void ping() {
    var _ =
        ask(
            handle ->
                handle
                    .createQuery("SELECT 1")
                    .setQueryTimeout(PING_SECONDS)
                    .mapTo(Integer.class)
                    .one());
  }

  /// From now on settings may be kept in memory, because every change of them is heard of.
  public void watchSettings() {
    settings.start();
  }

  /// A place to keep settings in. A transaction that changes settings neither uses nor fills it.
  public <K, V> Kept<K, V> keeping() {
    return new Kept<>(
        () ->
            transaction.isBound() && transaction.get().changesSettings
                ? SettingsWatch.UNSURE
                : settings.changes());
  }

  /// Runs a change of settings, which is known here before anybody hears that it is done.
  public int changeSettings(String sql, Binds binds) {
    if (transaction.isBound()) {
      transaction.get().changesSettings = true;
      return change(sql, binds);
    }
    try {
      return change(sql, binds);
    } finally {
      settings.changed();
    }
  }

  /// Runs a change and says how many rows it changed.
  public int change(String sql, Binds binds) {
    return ask(handle -> binds.to(handle.createUpdate(sql)).execute());
  }

  /// Runs a change of exactly one row; throws when that row is not there.
  public void changeOne(String sql, Binds binds, String what) {
    if (change(sql, binds) != 1) {
      throw new IllegalStateException(what + " is not there to be changed");
    }
  }

  public <T> Optional<T> find(String sql, Binds binds, Row<T> row) {
    return ask(handle -> binds.to(handle.createQuery(sql)).map(mapper(row)).findOne());
  }

  /// Finds a row and keeps it locked until the transaction ends; throws outside of one.
  public <T> Optional<T> lock(String sql, Binds binds, Row<T> row) {
    if (!transaction.isBound()) {
      throw new IllegalStateException("a row is locked in a transaction only");
    }
    return find(sql + " FOR NO KEY UPDATE", binds, row);
  }

  public <T> List<T> list(String sql, Binds binds, Row<T> row) {
    return ask(handle -> binds.to(handle.createQuery(sql)).map(mapper(row)).list());
  }

  /// Runs statements of which one may fail without spoiling the transaction they are part of.
  public <T> T attempt(Supplier<T> statements) {
    if (!transaction.isBound()) {
      return statements.get();
    }
    var handle = transaction.get().handle;
    var _ = handle.savepoint("attempt");
    try {
      var result = statements.get();
      var _ = handle.releaseSavepoint("attempt");
      return result;
    } catch (JdbiException e) {
      var _ = handle.rollbackToSavepoint("attempt");
      throw e;
    }
  }

  /// Runs a statement when everything else of the transaction is done, right before it commits; at
  /// once outside of one. What everybody waits for in turn is locked there, so that nobody holds it
  /// and waits for a row.
  public void atLast(Runnable statement) {
    if (transaction.isBound()) {
      transaction.get().last.add(statement);
    } else {
      statement.run();
    }
  }

  <T> Result<T> transaction(Supplier<Result<T>> work) {
    if (transaction.isBound()) {
      throw new IllegalStateException("transactions do not nest");
    }
    return translated(
        () -> {
          try (var handle = jdbi.open()) {
            return within(new Work(handle), work);
          }
        });
  }

  /// For libraries that bring statements of their own. They join no transaction of ours.
  public DataSource source() {
    return pool;
  }

  /// Lets the pool tell how it is used.
  public void measuredBy(MetricsTrackerFactory meters) {
    pool.setMetricsTrackerFactory(meters);
  }

  private <T> Result<T> within(Work open, Supplier<Result<T>> work) {
    var handle = open.handle;
    var _ = handle.begin();
    try {
      var result = ScopedValue.where(transaction, open).call(() -> completed(open, work));
      var _ =
          switch (result) {
            case Done<T> _ -> handle.commit();
            case Refused<T> _ -> handle.rollback();
          };
      return result;
    } catch (RuntimeException | Error e) {
      abandon(handle, e);
      throw e;
    } finally {
      if (open.changesSettings) {
        settings.changed();
      }
    }
  }

  private static <T> Result<T> completed(Work open, Supplier<Result<T>> work) {
    var result = work.get();
    if (result instanceof Done) {
      open.last.forEach(Runnable::run);
    }
    return result;
  }

  /// Whatever went wrong first is what is told; a lost connection rolls back by itself.
  private static void abandon(Handle handle, Throwable reason) {
    try {
      var _ = handle.rollback();
    } catch (JdbiException e) {
      reason.addSuppressed(e);
    }
  }

  private <T> T ask(Function<Handle, T> statement) {
    return transaction.isBound()
        ? translated(() -> statement.apply(transaction.get().handle))
        : translated(() -> jdbi.withHandle(statement::apply));
  }

  private static <T> T translated(Supplier<T> work) {
    try {
      return work.get();
    } catch (JdbiException e) {
      throw Outage.told(e);
    }
  }

  private static <T> RowMapper<T> mapper(Row<T> row) {
    return (rows, _) -> row.map(new Columns(rows));
  }

  @Override
  public void close() {
    settings.close();
    pool.close();
  }
}
