package org.ronde.cycles;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A drawing of how a run came along: what can be expected of its packing, as steps that rise, and
 * the bound above it. What lies between is the gap.
 */
public final class GapCurve {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 236;
  private static final int TOP = 40;
  private static final int BOTTOM = 200;
  private static final int AXIS = 224;
  private static final int LEFT = 8;
  private static final int RIGHT = WIDTH - 8;

  private final List<Clearing.Moment> moments;
  private final long lastMillis;
  private final double most;

  GapCurve(Clearing.Explained explained) {
    this.moments = explained.moments();
    this.lastMillis = moments.isEmpty() ? 0 : moments.get(moments.size() - 1).millis();
    this.most =
        Math.max(
            1,
            moments.stream()
                .mapToDouble(
                    moment ->
                        Math.max(
                            moment.expectedCents(),
                            Objects.requireNonNullElse(moment.expectedBoundCents(), 0L)))
                .max()
                .orElse(1));
  }

  /** Whether there is anything to see: a run that was over at once has no course. */
  public boolean drawn() {
    return lastMillis > 0 && moments.size() > 2;
  }

  public List<Clearing.Moment> moments() {
    return moments;
  }

  public double seconds() {
    return lastMillis / 1000.0;
  }

  public String viewBox() {
    return "0 0 %d %d".formatted(WIDTH, HEIGHT);
  }

  /** What was expected, from the first moment on. */
  public String expected() {
    return steps(moments, Clearing.Moment::expectedCents);
  }

  /** What lies below it. */
  public String ground() {
    return "%sL%d %dL%s %dZ".formatted(expected(), RIGHT, BOTTOM, text(x(moments.get(0))), BOTTOM);
  }

  /** The bound, from the moment it was proved; empty when none was. */
  public String bound() {
    return steps(
        moments.stream().filter(moment -> moment.expectedBoundCents() != null).toList(),
        moment -> Objects.requireNonNullElse(moment.expectedBoundCents(), 0L));
  }

  /** How high above the ground the last bound lies; null when none was proved. */
  public @Nullable Double boundY() {
    var last = moments.get(moments.size() - 1).expectedBoundCents();
    return last == null ? null : y(last.doubleValue());
  }

  /** The same of what was expected at last. */
  public double expectedY() {
    return y((double) moments.get(moments.size() - 1).expectedCents());
  }

  /** Whether there is more room for a word below what was expected at last than above it. */
  public boolean expectedBelow() {
    return expectedY() < (TOP + BOTTOM) / 2.0;
  }

  /** Where the first and the last second are written. */
  public int axisY() {
    return AXIS;
  }

  private String steps(List<Clearing.Moment> some, ToDoubleFunction<Clearing.Moment> height) {
    var path = new StringBuilder();
    for (var moment : some) {
      path.append(path.isEmpty() ? "M" : "H").append(text(x(moment)));
      path.append(path.indexOf("H") < 0 ? " " : "V").append(text(y(height.applyAsDouble(moment))));
    }
    return some.isEmpty() ? "" : path.append('H').append(RIGHT).toString();
  }

  private double x(Clearing.Moment moment) {
    return LEFT + (RIGHT - LEFT) * (double) moment.millis() / Math.max(1, lastMillis);
  }

  private double y(double cents) {
    return Math.round(10 * (BOTTOM - (BOTTOM - TOP) * cents / most)) / 10.0;
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
