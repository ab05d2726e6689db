package com.pelcro.payments.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// What tests saw of the service beside their own output, and the secrets they used: kept below the
/// module's `target`, where the check at the end of the build looks whether any secret was ever
/// shown.
public final class TestOutput {

  /// Where a module keeps what was said.
  public static final Path SAID = Path.of("target", "test-output");

  /// Where a module keeps what must not be said, a line each.
  public static final Path SECRETS = Path.of("target", "used-secrets");

  private static final int FIRST_FAULT = 400;

  private TestOutput() {}

  /// Notes a secret and hands it back.
  public static String secret(String secret) {
    append(SECRETS, "test", secret);
    return secret;
  }

  /// Keeps an error's body, and what is shown at places where no secret may ever be. What was asked
  /// for is the test's own word and not kept: it may hold a card number on purpose.
  public static void answered(String path, int status, String body) {
    if (status >= FIRST_FAULT || path.startsWith("/metrics")) {
      append(SAID, "answers", status + " " + body);
    }
  }

  /// Keeps a page for people.
  public static void shown(String path, String page) {
    append(SAID, "pages", path + " " + page);
  }

  /// Keeps a line that a process of its own wrote.
  public static void logged(long process, String line) {
    append(SAID, "process-" + process, line);
  }

  private static synchronized void append(Path folder, String name, String line) {
    try {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve(name + "-" + ProcessHandle.current().pid() + ".txt"),
          line + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
