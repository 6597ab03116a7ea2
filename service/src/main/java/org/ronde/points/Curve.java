package org.ronde.points;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A member's points over the weeks as a drawing: the line of the totals, the ground below it, and a
 * bar for what each week brought. All numbers are SVG units in {@link #viewBox}.
 */
public final class Curve {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 220;
  private static final int TOP = 48;
  private static final int BOTTOM = 184;
  private static final int LEFT = 8;
  private static final int RIGHT = WIDTH - 8;
  private static final double BARS_PART = 0.4;

  private final List<Story.Week> weeks;

  /** One week's bar. */
  public record Bar(double x, double y, double width, double height) {}

  /** Where the line ends. */
  public record Point(double x, double y) {}

  public Curve(List<Story.Week> weeks) {
    this.weeks = List.copyOf(weeks);
  }

  public String viewBox() {
    return "0 0 %d %d".formatted(WIDTH, HEIGHT);
  }

  public List<Story.Week> weeks() {
    return weeks;
  }

  /** The line from week to week. */
  public String line() {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < weeks.size(); i++) {
      Point point = point(i);
      path.append(i == 0 ? "M" : "L").append(text(point.x())).append(' ').append(text(point.y()));
    }
    return path.toString();
  }

  /** What lies below the line. */
  public String ground() {
    return "%sL%s %dL%s %dZ"
        .formatted(line(), text(point(weeks.size() - 1).x()), BOTTOM, text(point(0).x()), BOTTOM);
  }

  public List<Bar> bars() {
    double most = Math.max(1, weeks.stream().mapToLong(Story.Week::won).max().orElse(1));
    double width = step() * 0.6;
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < weeks.size(); i++) {
      double height = (BOTTOM - TOP) * BARS_PART * Math.max(0, weeks.get(i).won()) / most;
      bars.add(
          new Bar(
              round(point(i).x() - width / 2),
              round(BOTTOM - height),
              round(width),
              round(height)));
    }
    return bars;
  }

  public Point last() {
    return point(weeks.size() - 1);
  }

  private Point point(int week) {
    double most = Math.max(1, weeks.stream().mapToLong(Story.Week::total).max().orElse(1));
    double total = Math.max(0, weeks.get(week).total());
    return new Point(
        round(LEFT + step() * (week + 0.5)), round(BOTTOM - (BOTTOM - TOP) * total / most));
  }

  private double step() {
    return (RIGHT - LEFT) / (double) weeks.size();
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
