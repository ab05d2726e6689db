package com.pelcro.payments.bootstrap.browser;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Leaves tests out, loudly, where there is no browser. With `-Dbrowser=required` they fail
/// instead.
final class WithBrowser implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return Chromium.missing()
        .map(missing -> without(context, missing))
        .orElseGet(() -> ConditionEvaluationResult.enabled("there is a browser"));
  }

  private static ConditionEvaluationResult without(ExtensionContext context, String missing) {
    var problem = "NO BROWSER: " + context.getDisplayName() + " needs " + missing;
    if ("required".equals(System.getProperty("browser"))) {
      throw new IllegalStateException(problem);
    }
    var console = new FileOutputStream(FileDescriptor.err);
    new PrintStream(console, true, StandardCharsets.UTF_8)
        .println(problem + "; the tests are skipped");
    return ConditionEvaluationResult.disabled(problem);
  }
}
