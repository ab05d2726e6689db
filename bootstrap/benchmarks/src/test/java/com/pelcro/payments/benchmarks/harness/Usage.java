package com.pelcro.payments.benchmarks.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the kernel says of a process, from `/proc`.
///
/// @param cpuMillis processor time so far
/// @param residentMib memory resident now
/// @param mostResidentMib the most there ever was
public record Usage(long cpuMillis, long residentMib, long mostResidentMib) {

  /// A tick of the kernel's clock as `/proc` counts it, on every Linux.
  private static final long MILLIS_A_TICK = 10;

  private static final int UTIME = 11;
  private static final int CHILDREN_STIME = 14;

  public static Usage of(long pid) {
    return new Usage(
        ticks(pid, 2) * MILLIS_A_TICK, status(pid, "VmRSS:") / 1024, status(pid, "VmHWM:") / 1024);
  }

  /// A process and its children, those that ended among them.
  static Usage ofFamily(long pid) {
    var children =
        ProcessHandle.of(pid)
            .orElseThrow()
            .children()
            .mapToLong(child -> living(child.pid()))
            .sum();
    var own = ticks(pid, CHILDREN_STIME - UTIME + 1);
    return new Usage((own + children) * MILLIS_A_TICK, 0, 0);
  }

  private static long living(long pid) {
    try {
      return ticks(pid, 2);
    } catch (UncheckedIOException _) {
      return 0;
    }
  }

  private static long ticks(long pid, int fields) {
    try {
      var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      var parts = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      var ticks = 0L;
      for (var field = UTIME; field < UTIME + fields; field++) {
        ticks += Long.parseLong(parts[field]);
      }
      return ticks;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long status(long pid, String name) {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
