package org.ronde.activities;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Folding;
import org.ronde.http.Refusal.Fault;
import org.ronde.places.Gazetteer;
import org.ronde.places.Place;
import org.ronde.places.TownChoice;

/**
 * Reads a search for partners from the parameters of an address, which can so be kept and sent:
 * {@code /partners?activity=tennis&town=Muret&km=25&day=THURSDAY&part=EVENING}.
 */
final class SearchReader {
  /** How far one can look. */
  static final List<Integer> KILOMETRES = List.of(5, 10, 25, 50, 100, 250, PartnerSearch.ANYWHERE);

  static final int KILOMETRES_STANDARD = 25;
  private static final int MATCHES_MAX = 12;
  private static final int TYPED_MAX = 100;

  private final Activities activities;
  private final Gazetteer gazetteer;
  private final UnaryOperator<String> values;
  private final Locale locale;
  private final List<Fault> faults = new ArrayList<>();

  /**
   * What was read.
   *
   * @param search none while something is missing or unclear
   * @param matches the activities to choose among, when the words fit several
   * @param town the towns to choose among
   */
  record Read(
      @Nullable PartnerSearch search, List<Activity> matches, TownChoice town, List<Fault> faults) {
    Read {
      matches = List.copyOf(matches);
      faults = List.copyOf(faults);
    }
  }

  SearchReader(
      Activities activities, Gazetteer gazetteer, UnaryOperator<String> values, Locale locale) {
    this.activities = activities;
    this.gazetteer = gazetteer;
    this.values = values;
    this.locale = locale;
  }

  /** Reads; {@code home} is where to look when no town is named. */
  Read read(Optional<Place> home) {
    List<Activity> matches = matches();
    Optional<Activity> activity = chosen(matches);
    if (activity.isEmpty()) {
      faults.add(
          Fault.of(
              "activity",
              matches.isEmpty() ? "activities.fault.activity" : "activities.fault.activityWhich"));
    }
    boolean named = !value("town").isEmpty() || !value("townCode").isEmpty();
    TownChoice town =
        named || home.isEmpty()
            ? TownChoice.of(gazetteer, value("town"), value("townCode"))
            : TownChoice.of(gazetteer, "", home.get().code());
    town.fault().ifPresent(faults::add);
    int kilometres =
        choice("km", KILOMETRES, "activities.fault.kilometres").orElse(KILOMETRES_STANDARD);
    Slots slots = slots();
    Level least = level("levelMin", Level.BEGINNER);
    Level most = level("levelMax", Level.EXPERT);
    if (least.compareTo(most) > 0) {
      faults.add(Fault.of("levelMin", "activities.fault.levels"));
    }
    PartnerSearch search =
        faults.isEmpty()
            ? new PartnerSearch(
                activity.orElseThrow(),
                town.place().orElseThrow(),
                kilometres,
                slots,
                least,
                most,
                page())
            : null;
    return new Read(search, activity.isPresent() ? List.of() : matches, town, faults);
  }

  private List<Activity> matches() {
    String typed = value("activity");
    return activities
        .find(typed)
        .map(List::of)
        .orElseGet(
            () ->
                typed.isEmpty()
                    ? List.of()
                    : activities.search(
                        typed.substring(0, Math.min(typed.length(), TYPED_MAX)),
                        locale,
                        MATCHES_MAX));
  }

  private Optional<Activity> chosen(List<Activity> matches) {
    String typed = Folding.fold(value("activity"));
    if (matches.size() == 1) {
      return Optional.of(matches.get(0));
    }
    return matches.stream()
        .filter(
            activity ->
                Folding.fold(activity.nameEn()).equals(typed)
                    || Folding.fold(activity.nameFr()).equals(typed))
        .findFirst();
  }

  /** A day alone is any time of that day, a part alone that part of any day. */
  private Slots slots() {
    Optional<DayOfWeek> day = choice("day", List.of(DayOfWeek.values()), "activities.fault.slot");
    Optional<Slots.Part> part =
        choice("part", List.of(Slots.Part.values()), "activities.fault.slot");
    if (day.isEmpty() && part.isEmpty()) {
      return Slots.NONE;
    }
    return Slots.of(
        Slots.all().stream()
            .filter(slot -> day.isEmpty() || slot.day() == day.get())
            .filter(slot -> part.isEmpty() || slot.part() == part.get())
            .toList());
  }

  private Level level(String name, Level otherwise) {
    return choice(name, List.of(Level.values()), "activities.fault.level").orElse(otherwise);
  }

  /** What was chosen, if anything was; what is no choice is a fault. */
  private <T> Optional<T> choice(String name, List<T> choices, String fault) {
    String typed = value(name);
    Optional<T> found =
        choices.stream().filter(choice -> choice.toString().equals(typed)).findFirst();
    if (found.isEmpty() && !typed.isEmpty()) {
      faults.add(Fault.of(name, fault));
    }
    return found;
  }

  private int page() {
    return value("page").matches("[1-9]\\d{0,3}") ? Integer.parseInt(value("page")) : 1;
  }

  private String value(String name) {
    return values.apply(name);
  }
}
