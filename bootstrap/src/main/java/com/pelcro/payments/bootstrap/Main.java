package com.pelcro.payments.bootstrap;

import com.pelcro.payments.bootstrap.Config.Reading.Faulty;
import com.pelcro.payments.bootstrap.Config.Reading.Usable;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the service from its environment; with `--check` tries that out, with
/// `--check-invariants` checks its database, with `--reencrypt` seals its secrets under the key in
/// force, and ends. Exits with 2 when the environment is faulty, with 1 when it cannot start or
/// what it was told to do is not all done.
public final class Main {

  private static final Logger LOG = LoggerFactory.getLogger(Main.class);
  private static final int FAULTY_CONFIGURATION = 2;
  private static final int CANNOT_START = 1;

  private Main() {}

  public static void main(String[] arguments) {
    switch (Config.read(System.getenv())) {
      case Usable(var config) when List.of(arguments).contains(InvariantCommand.FLAG) ->
          System.exit(InvariantCommand.run(config, System.out));
      case Usable(var config) when List.of(arguments).contains(CheckCommand.FLAG) ->
          System.exit(CheckCommand.run(config, System.out));
      case Usable(var config) when List.of(arguments).contains(ReencryptCommand.FLAG) ->
          System.exit(ReencryptCommand.run(config, System.out));
      case Usable(var config) -> start(config);
      case Faulty(var faults) -> refuse(faults);
    }
  }

  private static void start(Config config) {
    try {
      var service = Service.start(config);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service), "stop"));
      LOG.info("ready on port {}", service.port());
    } catch (RuntimeException e) {
      LOG.error("the service cannot start: {}", reason(e), e);
      System.exit(CANNOT_START);
    }
  }

  private static void stop(Service service) {
    LOG.info("stopping: finishing what is in flight");
    service.stop();
    LOG.info("stopped");
    // After SIGTERM the JVM would exit with 143; a graceful stop is a success.
    Runtime.getRuntime().halt(0);
  }

  private static void refuse(List<String> faults) {
    System.err.println("The configuration has " + faults.size() + " faults:");
    faults.forEach(fault -> System.err.println("  " + fault));
    System.exit(FAULTY_CONFIGURATION);
  }

  private static String reason(Throwable problem) {
    var cause = problem;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
