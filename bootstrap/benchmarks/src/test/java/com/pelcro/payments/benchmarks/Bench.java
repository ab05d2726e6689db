package com.pelcro.payments.benchmarks;

import com.pelcro.payments.benchmarks.harness.JavaProcess;
import com.pelcro.payments.benchmarks.measure.Charges;
import com.pelcro.payments.benchmarks.measure.EventReaders;
import com.pelcro.payments.benchmarks.measure.GatewayClient;
import com.pelcro.payments.benchmarks.measure.Growth;
import com.pelcro.payments.benchmarks.measure.Measurement;
import com.pelcro.payments.benchmarks.measure.Renewals;
import com.pelcro.payments.benchmarks.measure.Signing;
import com.pelcro.payments.benchmarks.measure.SlowGateway;
import com.pelcro.payments.benchmarks.measure.Startup;
import com.pelcro.payments.benchmarks.measure.Statements;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;

/// Measures everything, or what `-Dbench=charges,startup` names, and writes it down in
/// `target/bench`.
public final class Bench {

  private static final List<Measurement> ALL =
      List.of(
          new Startup(),
          new Signing(),
          new GatewayClient(),
          new Charges(),
          new Statements(),
          new EventReaders(),
          new Growth(),
          new Renewals(),
          new SlowGateway());

  private Bench() {}

  public static void main(String[] arguments)
      throws IOException, SQLException, InterruptedException {
    var wanted = List.of(System.getProperty("bench", "").split(","));
    var folder = JavaProcess.built("pom.xml").resolveSibling("target").resolve("bench");
    var table = new StringBuilder();
    for (var measurement : ALL) {
      if (wanted.contains("") || wanted.contains(measurement.name())) {
        System.out.println(measurement.name());
        var figures = measurement.measure();
        figures.write(folder, measurement.name());
        table.append(figures.table()).append('\n');
        System.out.println(figures.table());
      }
    }
    Files.writeString(folder.resolve("table.md"), table);
  }
}
