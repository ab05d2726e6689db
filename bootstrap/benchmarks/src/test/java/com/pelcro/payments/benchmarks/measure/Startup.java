package com.pelcro.payments.benchmarks.measure;

import com.pelcro.payments.benchmarks.harness.Arena;
import com.pelcro.payments.benchmarks.harness.Figures;
import com.pelcro.payments.benchmarks.harness.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// How soon the service is ready on a database that is up to date, with and without an AOT cache,
/// and what it holds when nothing happens.
public final class Startup implements Measurement {

  private static final long IDLE_MILLIS = 20_000;

  @Override
  public String name() {
    return "startup";
  }

  @Override
  public Figures measure() throws IOException, SQLException, InterruptedException {
    var figures = new Figures();
    var folder = Files.createTempDirectory("bench-aot");
    var cache = folder.resolve("service.aot");
    var learned = folder.resolve("service.aotconf");
    try (var arena = Arena.open()) {
      arena
          .startService(Map.of(), List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + learned))
          .close();
      var _ =
          JavaProcess.run(
              Map.of(),
              List.of(
                  "-XX:AOTMode=create",
                  "-XX:AOTConfiguration=" + learned,
                  "-XX:AOTCache=" + cache,
                  "-cp",
                  JavaProcess.built("bootstrap/target/pelcro-payments.jar").toString()));
      for (var round = 0; round < ROUNDS; round++) {
        try (var service = arena.startService(Map.of(), List.of())) {
          figures.add("ready after s", service.secondsToReady());
        }
        try (var service = arena.startService(Map.of(), List.of("-XX:AOTCache=" + cache))) {
          figures.add("ready after s with AOT cache", service.secondsToReady());
        }
      }
      try (var service = arena.startService(Map.of(), List.of())) {
        Thread.sleep(IDLE_MILLIS);
        figures.add("idle resident MiB", service.usage().residentMib());
      }
    } finally {
      var _ = Files.deleteIfExists(cache);
      var _ = Files.deleteIfExists(learned);
      var _ = Files.deleteIfExists(folder);
    }
    figures.alone("ready after s", "s", 1.5);
    figures.alone("ready after s with AOT cache", "s", 0.8);
    figures.alone("idle resident MiB", "MiB", 170);
    return figures;
  }
}
