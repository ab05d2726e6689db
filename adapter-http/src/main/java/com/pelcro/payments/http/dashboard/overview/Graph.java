package com.pelcro.payments.http.dashboard.overview;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A drawing of numbers, with the same numbers as a table. All of it is in units of the drawing,
/// which is [#WIDTH] wide.
///
/// @param summary what it shows, in a sentence
/// @param heads the table's columns; the first names what the lines are
public record Graph(
    String id,
    String title,
    String summary,
    int height,
    List<Box> boxes,
    List<Mark> marks,
    List<String> heads,
    List<Line> lines) {

  public static final int WIDTH = 600;

  private static final int TOP = 22;
  private static final int CHART = 120;
  private static final int ROW = 30;
  private static final int LABELS = 210;
  private static final int BAR_END = 470;
  private static final int GAP = 3;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  /// A filled rectangle; the tone is that of a badge.
  public record Box(int x, int y, int width, int height, String tone) {}

  /// A piece of text; `anchor` is the end that stands at `x`.
  public record Mark(int x, int y, String anchor, String text) {}

  /// A line of the table.
  public record Line(String label, List<String> cells) {}

  /// What a graph is called.
  public record Name(String id, String title, String summary) {}

  /// A day's numbers, one upon the other in the drawing.
  public record Day(LocalDate date, List<Part> parts) {

    long total() {
      return parts.stream().mapToLong(Part::value).sum();
    }
  }

  /// A number of something, and how it is written.
  public record Part(long value, String text, String tone) {}

  /// A number of one kind.
  public record Kind(String label, Part part) {}

  /// Whether there is nothing to draw.
  public boolean isEmpty() {
    return boxes.isEmpty();
  }

  /// A column for each day; `most` is how the highest is written.
  static Graph days(Name name, List<String> heads, List<Day> days, String most) {
    var highest = days.stream().mapToLong(Day::total).max().orElse(0);
    var boxes = new ArrayList<Box>();
    var pitch = WIDTH / Math.max(1, days.size());
    for (int at = 0; highest > 0 && at < days.size(); at++) {
      stack(boxes, days.get(at), at * pitch, pitch - GAP, highest);
    }
    var marks =
        List.of(
            new Mark(0, TOP - 8, "start", most),
            new Mark(0, TOP + CHART + 18, "start", DAY.format(days.getFirst().date())),
            new Mark(WIDTH, TOP + CHART + 18, "end", DAY.format(days.getLast().date())));
    return graph(name, TOP + CHART + 26, boxes, marks, heads, days.stream().map(Graph::line));
  }

  private static void stack(List<Box> boxes, Day day, int x, int width, long highest) {
    var floor = TOP + CHART;
    for (var part : day.parts()) {
      var height = scaled(part.value(), highest, CHART);
      if (height > 0) {
        floor -= height;
        boxes.add(new Box(x, floor, width, height, part.tone()));
      }
    }
  }

  private static Line line(Day day) {
    return new Line(DAY.format(day.date()), day.parts().stream().map(Part::text).toList());
  }

  /// A bar for each kind of thing.
  static Graph kinds(Name name, List<String> heads, List<Kind> kinds) {
    var highest = kinds.stream().mapToLong(kind -> kind.part().value()).max().orElse(0);
    var boxes = new ArrayList<Box>();
    var marks = new ArrayList<Mark>();
    for (int at = 0; highest > 0 && at < kinds.size(); at++) {
      var part = kinds.get(at).part();
      var y = at * ROW;
      var width = scaled(part.value(), highest, BAR_END - LABELS);
      boxes.add(new Box(LABELS, y + 5, width, ROW - 10, part.tone()));
      marks.add(new Mark(0, y + 20, "start", kinds.get(at).label()));
      marks.add(new Mark(LABELS + width + 8, y + 20, "start", part.text()));
    }
    return graph(
        name,
        kinds.size() * ROW,
        boxes,
        marks,
        heads,
        kinds.stream().map(kind -> new Line(kind.label(), List.of(kind.part().text()))));
  }

  private static Graph graph(
      Name name,
      int height,
      List<Box> boxes,
      List<Mark> marks,
      List<String> heads,
      Stream<Line> lines) {
    return new Graph(
        name.id(), name.title(), name.summary(), height, boxes, marks, heads, lines.toList());
  }

  /// Whatever is there at all can be seen.
  private static int scaled(long value, long highest, int longest) {
    return value == 0 ? 0 : Math.max(2, (int) Math.round((double) value / highest * longest));
  }
}
