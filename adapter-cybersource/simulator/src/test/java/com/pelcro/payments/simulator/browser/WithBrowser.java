package com.pelcro.payments.simulator.browser;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Leaves tests out, loudly, where there is no browser. With `-Dbrowser=required` they fail
/// instead.
public final class WithBrowser implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Browser.isInstalled()) {
      return ConditionEvaluationResult.enabled("there is a browser");
    }
    var problem = "NO BROWSER: " + context.getDisplayName() + " needs a Chromium and found none";
    if ("required".equals(System.getProperty("browser"))) {
      throw new IllegalStateException(problem);
    }
    shout(problem + "; the tests are skipped");
    return ConditionEvaluationResult.disabled(problem);
  }

  /// To the console itself: the output of tests goes into files that nobody opens when all is
  /// green.
  private static void shout(String message) {
    var console = new FileOutputStream(FileDescriptor.err);
    new PrintStream(console, true, StandardCharsets.UTF_8).println(message);
  }
}
