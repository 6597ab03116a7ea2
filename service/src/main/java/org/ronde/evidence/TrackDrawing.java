package org.ronde.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A track as a line without map or scale: it shows the way's shape, not where somebody lives. */
final class TrackDrawing {
  static final int WIDTH = 320;
  static final int HEIGHT = 200;
  private static final int MARGIN = 12;
  private static final int POINTS_MAX = 300;

  private TrackDrawing() {}

  /** An SVG path within {@value #WIDTH} × {@value #HEIGHT}, north up. */
  static String path(List<Track.Point> points) {
    List<Track.Point> some = thinned(points);
    double middle =
        Math.toRadians(some.stream().mapToDouble(Track.Point::latitude).average().orElseThrow());
    // A degree east is shorter than a degree north by the cosine of the latitude.
    double[] xs = some.stream().mapToDouble(p -> p.longitude() * Math.cos(middle)).toArray();
    double[] ys = some.stream().mapToDouble(p -> -p.latitude()).toArray();
    double left = Arrays.stream(xs).min().orElseThrow();
    double top = Arrays.stream(ys).min().orElseThrow();
    double width = Math.max(1e-9, Arrays.stream(xs).max().orElseThrow() - left);
    double height = Math.max(1e-9, Arrays.stream(ys).max().orElseThrow() - top);
    double scale = Math.min((WIDTH - 2 * MARGIN) / width, (HEIGHT - 2 * MARGIN) / height);
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < xs.length; i++) {
      long x = Math.round((WIDTH - width * scale) / 2 + (xs[i] - left) * scale);
      long y = Math.round((HEIGHT - height * scale) / 2 + (ys[i] - top) * scale);
      path.append(i == 0 ? 'M' : 'L').append(x).append(' ').append(y);
    }
    return path.toString();
  }

  private static List<Track.Point> thinned(List<Track.Point> points) {
    List<Track.Point> some = new ArrayList<>();
    int step = Math.max(1, (points.size() + POINTS_MAX - 1) / POINTS_MAX);
    for (int i = 0; i < points.size(); i += step) {
      some.add(points.get(i));
    }
    some.add(points.get(points.size() - 1));
    return some;
  }
}
