package com.pelcro.payments.bootstrap.wiring;

import com.pelcro.payments.application.StorageUnavailable;
import com.pelcro.payments.http.ops.HealthCheck;
import com.pelcro.payments.persistence.Database;
import com.pelcro.payments.persistence.Migrations;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What says whether the service can work.
@Module
final class HealthModule {

  private HealthModule() {}

  @Provides
  @IntoSet
  static HealthCheck database(Database database) {
    return check(
        "database",
        () -> {
          database.ping();
          return Optional.empty();
        });
  }

  @Provides
  @IntoSet
  static HealthCheck migrations(Migrations migrations) {
    return check("migrations", () -> missing(migrations.pending()));
  }

  private static Optional<String> missing(List<String> pending) {
    return pending.isEmpty() ? Optional.empty() : Optional.of("not applied yet: " + pending);
  }

  private static HealthCheck check(String name, Supplier<Optional<String>> question) {
    return new HealthCheck() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Optional<String> problem() {
        try {
          return question.get();
        } catch (StorageUnavailable e) {
          return Optional.of("the database does not answer");
        }
      }
    };
  }
}
