package com.pelcro.payments.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pelcro.payments.application.StorageUnavailable;
import com.pelcro.payments.application.Together;
import com.pelcro.payments.domain.site.SharedSecret;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;

final class MigrationsTest {

  @Test
  void an_empty_database_lacks_every_migration_until_they_run() {
    var settings = TestServer.emptyDatabase();
    try (var database = new Database(settings)) {
      var migrations = new Migrations(settings, database);
      assertThat(migrations.pending()).contains("V001__words.sql", "V005__charges.sql");
      migrations.run();
      assertThat(migrations.pending()).isEmpty();
    }
  }

  @Test
  void a_second_run_changes_nothing() {
    var settings = TestServer.freshDatabase();
    try (var database = new Database(settings)) {
      var before = columns(database);
      new Migrations(settings, database).run();
      assertThat(columns(database)).isEqualTo(before).hasSizeGreaterThan(150);
      assertThat(new Migrations(settings, database).pending()).isEmpty();
    }
  }

  @Test
  void instances_that_start_together_migrate_once() {
    var settings = TestServer.emptyDatabase();
    try (var database = new Database(settings)) {
      var done =
          Together.run(
              3,
              number -> {
                new Migrations(settings, database).run();
                return number;
              });
      assertThat(done).hasSize(3);
      assertThat(new Migrations(settings, database).pending()).isEmpty();
    }
  }

  @Test
  void a_migration_that_was_changed_after_it_ran_stops_the_start() {
    var settings = TestServer.freshDatabase();
    try (var database = new Database(settings)) {
      var changed =
          database.change(
              "UPDATE flyway_schema_history SET checksum = 1 WHERE version = '005'", Binds.none());
      assertThat(changed).isEqualTo(1);
      assertThatThrownBy(() -> new Migrations(settings, database).run())
          .isInstanceOf(FlywayException.class);
    }
  }

  @Test
  void a_database_that_is_away_is_told_as_such() {
    var settings =
        new DatabaseSettings("jdbc:postgresql://localhost:1/x", "x", new SharedSecret("x"), 1);
    try (var database = new Database(settings)) {
      var migrations = new Migrations(settings, database);
      assertThatThrownBy(migrations::run).isInstanceOf(StorageUnavailable.class);
      assertThatThrownBy(migrations::pending).isInstanceOf(StorageUnavailable.class);
    }
  }

  private static List<String> columns(Database database) {
    return database.list(
        """
        SELECT table_name || '.' || column_name || ' ' || data_type AS line
        FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1
        """,
        Binds.none(),
        columns -> columns.text("line"));
  }
}
