package com.pelcro.payments.benchmarks.measure;

import com.pelcro.payments.benchmarks.harness.Figures;
import com.pelcro.payments.benchmarks.jmh.SigningBenchmark;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// What a signature costs.
public final class Signing implements Measurement {

  @Override
  public String name() {
    return "signing";
  }

  @Override
  public Figures measure() {
    var figures = new Figures();
    try {
      var options = new OptionsBuilder().include(SigningBenchmark.class.getSimpleName()).build();
      for (var result : new Runner(options).run()) {
        var label = result.getPrimaryResult().getLabel();
        figures.add("signature ns " + label, result.getPrimaryResult().getScore());
      }
    } catch (RunnerException e) {
      throw new IllegalStateException(e);
    }
    figures.atMost("signature ns", "ns", 1.5);
    var ours = figures.median("signature ns ours");
    var sdk = figures.median("signature ns sdk");
    figures.row(
        "signature, official SDK",
        "%.0f ns".formatted(ours),
        "SDK %.0f ns".formatted(sdk),
        "%.1f × faster%s".formatted(sdk / ours, sdk / ours >= 2 ? "" : ", missed"),
        "≥ 2 × faster");
    return figures;
  }
}
