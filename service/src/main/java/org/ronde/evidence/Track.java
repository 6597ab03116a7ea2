package org.ronde.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Where somebody went and when, read from a GPX file; heart rates, names and notes stay behind. */
record Track(List<Point> points) {
  private static final int POINTS_MAX = 50_000;
  private static final int DEPTH_MAX = 20;
  private static final double EARTH_METRES = 6_371_000;

  /** Faster than any train; a GPS that jumps is told from a lie by the pace of the whole. */
  private static final double METRES_PER_SECOND_MAX = 100;

  private static final Duration LENGTH_MAX = Duration.ofDays(7);

  /** A place in degrees and when it was passed. */
  record Point(double latitude, double longitude, Instant at) {}

  /** The track proves nothing. */
  static final class Implausible extends IOException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    Implausible(String reason) {
      this.reason = reason;
    }

    /** {@code empty}, {@code timeless} or {@code odd}. */
    String reason() {
      return reason;
    }
  }

  Track {
    points = List.copyOf(points);
  }

  /**
   * Reads a file.
   *
   * @throws Implausible when it shows no way, no times, or what nobody can do
   * @throws Broken when it is no GPX
   */
  static Track read(Path gpx) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try (InputStream in = Files.newInputStream(gpx)) {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      Track track = new Track(points(xml));
      track.check();
      return track;
    } catch (XMLStreamException e) {
      throw new Broken("No GPX: " + e.getMessage());
    }
  }

  private static List<Point> points(XMLStreamReader xml) throws XMLStreamException, IOException {
    List<Point> points = new ArrayList<>();
    int depth = 0;
    double[] place = new double[0];
    @Nullable Instant time = null;
    boolean timeless = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new Broken("A GPX file declares nothing of its own.");
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        String name = xml.getLocalName();
        depth++;
        if (depth > DEPTH_MAX || (depth == 1 && !name.equals("gpx"))) {
          throw new Broken("Not the shape of a GPX file.");
        }
        if (name.equals("trkpt")) {
          place = place(xml);
          time = null;
        } else if (name.equals("time") && place.length > 0) {
          time = time(xml.getElementText());
          depth--;
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
        if (xml.getLocalName().equals("trkpt")) {
          timeless |= time == null;
          if (time != null) {
            points.add(new Point(place[0], place[1], time));
          }
          place = new double[0];
        }
      }
      if (points.size() > POINTS_MAX) {
        throw new Implausible("odd");
      }
    }
    if (timeless && points.size() < 2) {
      throw new Implausible("timeless");
    }
    return points;
  }

  private static double[] place(XMLStreamReader xml) throws IOException {
    try {
      double latitude = Double.parseDouble(String.valueOf(xml.getAttributeValue(null, "lat")));
      double longitude = Double.parseDouble(String.valueOf(xml.getAttributeValue(null, "lon")));
      if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
        throw new Implausible("odd");
      }
      return new double[] {latitude, longitude};
    } catch (NumberFormatException e) {
      throw new Broken("A point without a place.");
    }
  }

  private static Instant time(String text) throws IOException {
    try {
      return OffsetDateTime.parse(text.strip()).toInstant();
    } catch (DateTimeParseException e) {
      throw new Broken("A time that is none.");
    }
  }

  private void check() throws Implausible {
    if (points.size() < 2 || metres() < 10) {
      throw new Implausible("empty");
    }
    for (int i = 1; i < points.size(); i++) {
      if (points.get(i).at().isBefore(points.get(i - 1).at())) {
        throw new Implausible("odd");
      }
    }
    long seconds = seconds();
    if (seconds < 1
        || seconds > LENGTH_MAX.toSeconds()
        || metres() / (double) seconds > METRES_PER_SECOND_MAX) {
      throw new Implausible("odd");
    }
  }

  int metres() {
    double metres = 0;
    for (int i = 1; i < points.size(); i++) {
      metres += metres(points.get(i - 1), points.get(i));
    }
    return (int) Math.round(metres);
  }

  int seconds() {
    return (int)
        Duration.between(points.get(0).at(), points.get(points.size() - 1).at()).toSeconds();
  }

  private static double metres(Point a, Point b) {
    double north = Math.toRadians(b.latitude() - a.latitude());
    double east = Math.toRadians(b.longitude() - a.longitude());
    double h =
        Math.pow(Math.sin(north / 2), 2)
            + Math.cos(Math.toRadians(a.latitude()))
                * Math.cos(Math.toRadians(b.latitude()))
                * Math.pow(Math.sin(east / 2), 2);
    return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
  }

  Medium.Track medium() {
    String json =
        points.stream()
            .map(
                point ->
                    String.format(
                        Locale.ROOT,
                        "[%.6f,%.6f,%d]",
                        point.latitude(),
                        point.longitude(),
                        point.at().getEpochSecond()))
            .collect(Collectors.joining(",", "[", "]"));
    return new Medium.Track(
        json.getBytes(StandardCharsets.US_ASCII), metres(), seconds(), TrackDrawing.path(points));
  }
}
