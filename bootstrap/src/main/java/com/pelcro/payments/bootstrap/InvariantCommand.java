package com.pelcro.payments.bootstrap;

import com.pelcro.payments.application.StorageUnavailable;
import com.pelcro.payments.application.invariant.CheckInvariants;
import com.pelcro.payments.application.invariant.InvariantCheck;
import com.pelcro.payments.bootstrap.wiring.DaggerAppComponent;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.util.Set;

/// `--check-invariants`: checks the database of a service, running or not, and says what is wrong.
public final class InvariantCommand {

  static final String FLAG = "--check-invariants";

  private static final int CLEAN = 0;
  private static final int VIOLATED = 1;

  private InvariantCommand() {}

  /// Prints what it found. Returns 0 only when everything was checked and nothing is wrong.
  public static int run(Config config, PrintStream out) {
    var vertx = Vertx.vertx();
    var app = DaggerAppComponent.factory().create(config, vertx, Set.of());
    try (var _ = app.database()) {
      return told(app.checkInvariants().check(), out);
    } catch (StorageUnavailable e) {
      out.println("the invariants cannot be checked: " + e.getMessage());
      return VIOLATED;
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private static int told(InvariantCheck check, PrintStream out) {
    check
        .violations()
        .forEach(
            one -> out.println(one.invariant().code() + " " + one.site() + " " + one.object()));
    out.println(
        check.isClean()
            ? "all invariants hold"
            : "violations: "
                + check.violations().size()
                + ", listed up to "
                + CheckInvariants.MOST
                + " of each");
    return check.isClean() ? CLEAN : VIOLATED;
  }
}
