package com.pelcro.payments.benchmarks.measure;

import com.pelcro.payments.benchmarks.harness.Figures;
import java.io.IOException;
import java.sql.SQLException;

/// Something that can be measured by itself: starts what it needs and lets go of it.
public interface Measurement {

  int ROUNDS = Integer.getInteger("bench.rounds", 5);
  double SECONDS = Integer.getInteger("bench.seconds", 6);

  /// What it is called on the command line.
  String name();

  Figures measure() throws IOException, SQLException, InterruptedException;
}
