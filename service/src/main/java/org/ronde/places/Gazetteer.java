package org.ronde.places;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.ronde.http.Folding;
import org.ronde.http.Words;

/**
 * Knows the towns of the world: those of 15,000 people and more, capitals, and French ones from
 * 2,000 on. Thread-safe; loaded once. A search looks at all of them, which takes about a
 * millisecond.
 */
public final class Gazetteer {
  private static final String FILE = "towns.csv.gz";
  private static final int COLUMNS = 8;
  private static final int RANKS = 4;
  private static final double EARTH_RADIUS_KM = 6371.0;
  private static final Pattern VALUE = Pattern.compile("(?:\"([^\"]*)\"|([^,\"]*))(?:,|$)");
  private static final Pattern WITH_DEPARTEMENT = Pattern.compile("(.*)\\(\\s*(\\w{2,3})\\s*\\)");
  private static final Pattern WITH_COUNTRY = Pattern.compile("(.*),([^,]+)");

  /** Big towns first. */
  private final List<Entry> entries;

  private final Map<String, Place> byCode = new HashMap<>();

  /**
   * A town and what it is found by.
   *
   * @param name folded
   * @param words every folded name, each between semicolons
   */
  private record Entry(Place place, String name, String words) {}

  private Gazetteer(List<Entry> entries) {
    this.entries = List.copyOf(entries);
    entries.forEach(entry -> byCode.put(entry.place().code(), entry.place()));
  }

  /** Reads the towns that come with Ronde. */
  public static Gazetteer load() {
    try (InputStream stream = Gazetteer.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new IllegalStateException("The towns %s are missing.".formatted(FILE));
      }
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(new GZIPInputStream(stream), StandardCharsets.UTF_8));
      return new Gazetteer(reader.lines().skip(1).map(Gazetteer::entry).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many towns there are. */
  public int size() {
    return entries.size();
  }

  /** The town with this code. */
  public Optional<Place> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** The town with this code, which was checked when it was written. */
  public Place place(String code) {
    return find(code)
        .orElseThrow(() -> new IllegalArgumentException("No town '%s'.".formatted(code)));
  }

  /**
   * Towns whose name starts with or contains the text, accents and case ignored; the same name
   * first, then names that start with it, then those that contain it; big ones first in each. A
   * label that {@link Place#label} gave is understood: {@code Muret (31)}, {@code London, Canada}.
   */
  public List<Place> search(String text, int max) {
    Matcher departement = WITH_DEPARTEMENT.matcher(text);
    if (departement.matches()) {
      String number = departement.group(2);
      return search(
          departement.group(1), max, place -> place.departement().equalsIgnoreCase(number));
    }
    Matcher country = WITH_COUNTRY.matcher(text);
    if (country.matches()) {
      String asked = Folding.fold(country.group(2));
      List<Place> found = search(country.group(1), max, place -> lies(place, asked));
      if (!found.isEmpty()) {
        return found;
      }
    }
    return search(text, max, place -> true);
  }

  /** The town meant by a text that leaves no doubt: its label, or a name that only one town has. */
  public Optional<Place> resolve(String text) {
    List<Place> found = search(text, 2);
    if (found.size() == 1) {
      return Optional.of(found.get(0));
    }
    String folded = Folding.fold(text);
    List<Place> same =
        search(text, 20).stream()
            .filter(
                place ->
                    Folding.fold(place.name()).equals(folded)
                        || Words.LOCALES.stream()
                            .anyMatch(locale -> Folding.fold(place.label(locale)).equals(folded)))
            .toList();
    return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
  }

  /** The town nearest to a position in degrees. */
  public Place nearest(double latitude, double longitude) {
    Place nearest = entries.get(0).place();
    double least = Double.MAX_VALUE;
    for (Entry entry : entries) {
      double distance =
          distance(latitude, longitude, entry.place().latitude(), entry.place().longitude());
      if (distance < least) {
        least = distance;
        nearest = entry.place();
      }
    }
    return nearest;
  }

  /** Kilometres between two towns along the great circle, rounded. */
  public static int kilometres(Place a, Place b) {
    return (int) Math.round(distance(a.latitude(), a.longitude(), b.latitude(), b.longitude()));
  }

  private static double distance(double latitudeA, double longitudeA, double latB, double lonB) {
    double north = Math.toRadians(latB - latitudeA) / 2;
    double east = Math.toRadians(lonB - longitudeA) / 2;
    double half =
        Math.pow(Math.sin(north), 2)
            + Math.cos(Math.toRadians(latitudeA))
                * Math.cos(Math.toRadians(latB))
                * Math.pow(Math.sin(east), 2);
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(half)));
  }

  private List<Place> search(String text, int max, Predicate<Place> filter) {
    String folded = Folding.fold(text);
    if (folded.isEmpty() || max < 1) {
      return List.of();
    }
    List<List<Place>> ranks = Stream.<List<Place>>generate(ArrayList::new).limit(RANKS).toList();
    for (Entry entry : entries) {
      if (entry.words().contains(folded) && filter.test(entry.place())) {
        ranks.get(rank(entry, folded)).add(entry.place());
      }
    }
    return ranks.stream().flatMap(List::stream).limit(max).toList();
  }

  private static int rank(Entry entry, String folded) {
    if (entry.name().equals(folded) || entry.words().contains(";" + folded + ";")) {
      return 0;
    }
    if (entry.words().contains(";" + folded)) {
      return 1;
    }
    return entry.words().contains(" " + folded) ? 2 : 3;
  }

  private static boolean lies(Place place, String country) {
    return place.country().equalsIgnoreCase(country)
        || Words.LOCALES.stream()
            .anyMatch(locale -> Folding.fold(place.countryName(locale)).startsWith(country));
  }

  private static Entry entry(String line) {
    List<String> values = new ArrayList<>();
    Matcher value = VALUE.matcher(line);
    while (values.size() < COLUMNS && value.find()) {
      values.add(value.group(1) == null ? value.group(2) : value.group(1));
    }
    if (values.size() != COLUMNS) {
      throw new IllegalStateException("%s: '%s' is no town.".formatted(FILE, line));
    }
    String name = Folding.fold(values.get(1));
    return new Entry(
        new Place(
            values.get(0),
            values.get(1),
            values.get(2),
            values.get(3),
            Double.parseDouble(values.get(4)),
            Double.parseDouble(values.get(5)),
            ZoneId.of(values.get(6))),
        name,
        (";" + name + ";" + values.get(7).toLowerCase(Locale.ROOT) + ";"));
  }
}
