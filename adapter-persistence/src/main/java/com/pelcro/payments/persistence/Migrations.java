package com.pelcro.payments.persistence;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/// Brings the tables up to what this version needs. Instances that start together wait for each
/// other.
@Singleton
public final class Migrations {

  private final DatabaseSettings settings;
  private final Database database;
  private volatile boolean current;

  @Inject
  public Migrations(DatabaseSettings settings, Database database) {
    this.settings = settings;
    this.database = database;
  }

  /// Applies what is missing, on a connection of its own, for a migration may take its time.
  public void run() {
    var password = settings.password();
    translated(
        () ->
            Flyway.configure()
                .dataSource(settings.url(), settings.user(), password.reveal())
                .cleanDisabled(true)
                // A jar packed wrong would else come up on an empty database, and say it is ready.
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .load()
                .migrate());
  }

  /// The versions that are still missing, which are none once [#run] has come back. What was found
  /// complete stays complete and is not asked again.
  public List<String> pending() {
    if (current) {
      return List.of();
    }
    var pending =
        translated(() -> missing(Flyway.configure().dataSource(database.source()).load()));
    current = pending.isEmpty();
    return pending;
  }

  private static List<String> missing(Flyway flyway) {
    return Stream.of(flyway.info().pending()).map(MigrationInfo::getScript).toList();
  }

  private static <T> T translated(Supplier<T> work) {
    try {
      return work.get();
    } catch (FlywayException e) {
      throw Outage.told(e);
    }
  }
}
