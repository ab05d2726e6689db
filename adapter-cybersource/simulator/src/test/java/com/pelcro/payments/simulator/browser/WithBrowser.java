package com.pelcro.payments.simulator.browser;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.chrome.ChromeDriver;

/// Hands the one browser of all tests to whoever asks for it. Leaves tests out, loudly, where there
/// is none; with `-Dbrowser=required` they fail instead.
public final class WithBrowser implements ExecutionCondition, ParameterResolver {

  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(WithBrowser.class);
  private static final Path PROFILES = Path.of("target", "browser");

  private record Opened(ChromeDriver browser) implements AutoCloseable {

    @Override
    public void close() {
      browser.quit();
    }
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return Chromium.missing()
        .map(missing -> without(context, missing))
        .orElseGet(() -> ConditionEvaluationResult.enabled("there is a browser"));
  }

  /// To the console itself: the output of tests goes into files that nobody opens when all is
  /// green.
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

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ChromeDriver.class;
  }

  @Override
  public ChromeDriver resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(OURS)
        .computeIfAbsent(Opened.class, _ -> open(), Opened.class)
        .browser();
  }

  private static Opened open() {
    try {
      Files.createDirectories(PROFILES);
      var profile = Files.createTempDirectory(PROFILES.toAbsolutePath(), "profile");
      return new Opened(Chromium.open(profile));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
