package com.pelcro.payments.bootstrap;

import com.pelcro.payments.application.StorageUnavailable;
import com.pelcro.payments.application.site.SealSecretsAnew.Outcome;
import com.pelcro.payments.bootstrap.wiring.DaggerAppComponent;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.util.Set;

/// `--reencrypt`: seals all stored secrets under `PAYMENTS_ENCRYPTION_KEY`, opening those from
/// before with `PAYMENTS_ENCRYPTION_KEY_PREVIOUS`. The service may run meanwhile, if every instance
/// knows both keys. Ended in the middle it can be run again.
public final class ReencryptCommand {

  static final String FLAG = "--reencrypt";

  private static final int ALL = 0;
  private static final int NOT_ALL = 1;

  private ReencryptCommand() {}

  /// Prints what it did. Returns 0 only when every secret opens with the new key alone.
  public static int run(Config config, PrintStream out) {
    var vertx = Vertx.vertx();
    var app = DaggerAppComponent.factory().create(config, vertx, Set.of());
    try (var _ = app.database()) {
      return told(app.sealSecretsAnew().seal(), out);
    } catch (StorageUnavailable e) {
      out.println("the secrets cannot be sealed anew: " + e.getMessage());
      return NOT_ALL;
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private static int told(Outcome outcome, PrintStream out) {
    outcome
        .unopened()
        .forEach(one -> out.println("no configured key opens " + one.site() + " " + one.gateway()));
    out.println(
        "integrations: "
            + outcome.looked()
            + ", sealed anew: "
            + outcome.sealed()
            + ", not opened: "
            + outcome.unopened().size());
    return outcome.unopened().isEmpty() ? ALL : NOT_ALL;
  }
}
