package com.pelcro.payments.bootstrap.proof;

import com.pelcro.payments.domain.TestOutput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One life of the tested service: from its start to its kill.
final class ServiceProcess implements AutoCloseable {

  private static final int START_SECONDS = 90;
  private static final int MOST_LINES = 40;
  private static final String INSTALLED_READY = "ready on port ";

  private static final Logger LOG = LoggerFactory.getLogger(ServiceProcess.class);

  private final Process process;
  private int problem;
  private final CompletableFuture<String> ready = new CompletableFuture<>();
  private final Queue<String> said = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<String> atPoint = new CompletableFuture<>();

  private ServiceProcess(Process process) {
    this.process = process;
    Thread.ofVirtual().start(this::read);
  }

  static ServiceProcess start(
      Map<String, String> environment, List<String> classes, Class<?> main) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx320m"));
    command.addAll(classes);
    command.add(main.getName());
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    try {
      return new ServiceProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    try (BufferedReader lines = process.inputReader()) {
      lines.lines().forEach(this::read);
    } catch (UncheckedIOException | IOException _) {
      // The process was killed.
    }
    var gone = new IllegalStateException("the service is gone");
    ready.completeExceptionally(gone);
    atPoint.completeExceptionally(gone);
  }

  private void read(String line) {
    if (line.startsWith(TestedService.READY)) {
      ready.complete(line.substring(TestedService.READY.length()));
    } else if (line.contains(INSTALLED_READY)) {
      ready.complete(line);
    } else if (line.startsWith(KillPoint.MARK)) {
      atPoint.complete(line.substring(KillPoint.MARK.length()));
    } else {
      TestOutput.logged(process.pid(), line);
      if (line.contains(" ERROR ")) {
        problem = 12;
      }
      if (problem-- > 0) {
        LOG.error("the service said {}", line);
      }
      said.add(line);
      if (said.size() > MOST_LINES) {
        said.poll();
      }
    }
  }

  void awaitReady() {
    var _ = within(ready, START_SECONDS);
  }

  /// Where it stands and waits to be killed: `place code`.
  String awaitPoint(int seconds) {
    return within(atPoint, seconds);
  }

  boolean isAtPoint() {
    return atPoint.isDone();
  }

  private String within(CompletableFuture<String> future, int seconds) {
    try {
      return future.get(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(
          "the service did not come there; it said last: " + String.join("\n", said), e);
    }
  }

  /// The most memory it ever had resident, in MiB.
  long mostMemory() {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// SIGTERM: it ends in its own time, with this status.
  int end() {
    process.destroy();
    return process.onExit().join().exitValue();
  }

  /// SIGKILL: nothing is finished, nothing is closed.
  void kill() {
    var _ = process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
