package com.pelcro.payments.bootstrap;

import com.pelcro.payments.application.StorageUnavailable;
import com.pelcro.payments.persistence.Database;
import com.pelcro.payments.persistence.DatabaseSettings;
import com.pelcro.payments.persistence.Migrations;
import java.io.PrintStream;

/// `--check`: says whether a service with this configuration could start, and changes nothing. What
/// is secret is not printed.
public final class CheckCommand {

  static final String FLAG = "--check";

  private static final int FINE = 0;
  private static final int NOT_FINE = 1;

  private CheckCommand() {}

  /// Tries the database. Returns 0 when a service could start.
  public static int run(Config config, PrintStream out) {
    out.println("the configuration is complete");
    told(config, out);
    var settings = settings(config.database());
    try (var database = new Database(settings)) {
      database.ping();
      out.println("the database answers");
      return migrations(new Migrations(settings, database), out);
    } catch (StorageUnavailable e) {
      out.println("the database does not let us in: " + reason(e));
      return NOT_FINE;
    }
  }

  private static int migrations(Migrations migrations, PrintStream out) {
    var pending = migrations.pending();
    out.println(
        pending.isEmpty()
            ? "the tables are up to date"
            : "the next start applies " + pending.size() + " migrations: " + pending);
    return FINE;
  }

  private static void told(Config config, PrintStream out) {
    out.println("  listens on " + config.http().host() + ":" + config.http().port());
    out.println("  is known as " + config.http().publicUrl());
    config
        .gateways()
        .hosts()
        .forEach(
            (name, hosts) ->
                out.println(
                    "  asks " + name + " at " + hosts.sandboxUrl() + " and " + hosts.liveUrl()));
    out.println("  works off renewals: " + config.renewals());
    out.println(
        "  sends traces to "
            + (config.traceCollector() == null ? "nobody" : config.traceCollector()));
  }

  private static DatabaseSettings settings(Config.Database database) {
    return new DatabaseSettings(database.url(), database.user(), database.password(), 2);
  }

  /// What the driver says, without the address it tried: that may hold a password.
  private static String reason(Throwable problem) {
    var cause = problem;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
