package com.pelcro.payments.benchmarks.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/// A program in a process of its own that says on which port it is ready.
public final class JavaProcess implements AutoCloseable {

  private static final Pattern READY =
      Pattern.compile("(?:ready on port |simulator at http://\\S+:)(\\d+)");
  private static final int START_SECONDS = 60;
  private static final int MOST_LINES = 40;

  private final Process process;
  private final long began = System.nanoTime();
  private final CompletableFuture<Integer> port = new CompletableFuture<>();
  private final Queue<String> said = new ConcurrentLinkedQueue<>();
  private volatile long readyAt;

  private JavaProcess(Process process) {
    this.process = process;
    var _ = Thread.ofVirtual().start(this::read);
  }

  /// Starts `java` of the JDK this runs on and waits until it is ready.
  public static JavaProcess start(Map<String, String> environment, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      var started = new JavaProcess(builder.start());
      var _ = started.port();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Runs `java` to its end and hands on what it said; throws when that is not a good one.
  public static String run(Map<String, String> environment, List<String> arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", arguments) + ": " + said);
    }
    return said;
  }

  private void read() {
    try (var lines = process.inputReader()) {
      lines.lines().forEach(this::read);
    } catch (UncheckedIOException | IOException _) {
      // It was ended.
    }
    var _ = port.completeExceptionally(new IllegalStateException("it is gone"));
  }

  private void read(String line) {
    var ready = READY.matcher(line);
    if (ready.find() && !port.isDone()) {
      readyAt = System.nanoTime();
      var _ = port.complete(Integer.valueOf(ready.group(1)));
    }
    said.add(line);
    if (said.size() > MOST_LINES) {
      var _ = said.poll();
    }
  }

  public int port() {
    try {
      return port.get(START_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      close();
      throw new IllegalStateException("it did not start:\n" + String.join("\n", said), e);
    }
  }

  /// From its start until it was ready.
  public double secondsToReady() {
    return (readyAt - began) / 1e9;
  }

  public Usage usage() {
    return Usage.of(process.pid());
  }

  public long pid() {
    return process.pid();
  }

  /// What it said last.
  public List<String> said() {
    return List.copyOf(said);
  }

  /// Asks it to end and waits until it has.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
        var _ = process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Where the folder of this build is, whatever it was called from.
  public static Path built(String path) {
    var folder = Path.of(System.getProperty("bench.root", "."));
    var file = folder.resolve(path);
    if (!Files.exists(file)) {
      throw new IllegalStateException(file + " is not there: build it with mvn -Pbench");
    }
    return file;
  }
}
