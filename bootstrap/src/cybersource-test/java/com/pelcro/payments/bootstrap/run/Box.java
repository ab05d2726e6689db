package com.pelcro.payments.bootstrap.run;

import java.io.PrintStream;
import java.util.List;

/// Lines in a frame, for a person to find among the output of a build.
final class Box {

  private Box() {}

  static void print(PrintStream out, String title, List<String> lines) {
    var width = Math.max(title.length(), lines.stream().mapToInt(String::length).max().orElse(0));
    out.println();
    out.println("┌─" + "─".repeat(width) + "─┐");
    out.println(row(title, width));
    out.println("├─" + "─".repeat(width) + "─┤");
    lines.forEach(line -> out.println(row(line, width)));
    out.println("└─" + "─".repeat(width) + "─┘");
    out.println();
  }

  private static String row(String text, int width) {
    return "│ " + text + " ".repeat(width - text.length()) + " │";
  }
}
