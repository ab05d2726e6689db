package com.pelcro.payments.benchmarks.measure;

import com.pelcro.payments.benchmarks.harness.Arena;
import com.pelcro.payments.benchmarks.harness.Figures;
import com.pelcro.payments.benchmarks.harness.JavaProcess;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Sales over TLS by sixteen workers: our adapter and the official SDK, in turn, each in a process
/// of its own.
public final class GatewayClient implements Measurement {

  private static final Pattern SAID = Pattern.compile("sales (\\d+) millis (\\d+)");
  private static final double WARM_UP_SECONDS = 10;
  private static final double LEAST = 2;

  @Override
  public String name() {
    return "gateway-client";
  }

  @Override
  public Figures measure() throws IOException, SQLException, InterruptedException {
    var figures = new Figures();
    try (var arena = Arena.open();
        var trust = arena.trust()) {
      for (var round = 0; round < ROUNDS; round++) {
        for (var client : List.of("ours", "sdk")) {
          figures.add(
              "sales a CPU second " + client,
              sales(arena, new ArrayList<>(trust.options()), client));
        }
      }
    }
    var ours = figures.median("sales a CPU second ours");
    var sdk = figures.median("sales a CPU second sdk");
    figures.row(
        "sales over TLS a CPU second, 16 workers",
        "%.0f".formatted(ours),
        "SDK %.0f".formatted(sdk),
        "%.1f ×, %s".formatted(ours / sdk, ours / sdk >= LEAST ? "reached" : "missed"),
        "≥ 2 × the SDK");
    return figures;
  }

  private static double sales(Arena arena, List<String> arguments, String client)
      throws IOException, InterruptedException {
    arguments.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "com.pelcro.payments.benchmarks.client.ClientProgram",
            client,
            Double.toString(WARM_UP_SECONDS),
            Double.toString(SECONDS)));
    var said = SAID.matcher(JavaProcess.run(arena.clientEnvironment(), arguments));
    if (!said.find()) {
      throw new IllegalStateException(client + " said nothing");
    }
    return Double.parseDouble(said.group(1)) / (Double.parseDouble(said.group(2)) / 1000);
  }
}
