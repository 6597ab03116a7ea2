package org.ronde.activities;

import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Form;
import org.ronde.http.Refusal;
import org.ronde.http.Words;

/** What the pages of this room share: choices, and values in the reader's words. */
public final class ActivityForms {
  private static final int KILOMETRE = 1000;
  private static final int MINUTE = 60;

  private final Words words;

  ActivityForms(Words words) {
    this.words = words;
  }

  /** One activity in a list. */
  public record Line(
      String code, String name, String family, String familyName, long members, int difficulty) {}

  /** One day of a week, and what somebody said of it, in words; empty when they said nothing. */
  public record Day(String name, String parts) {}

  List<Line> lines(List<Activity> activities, Locale locale) {
    return activities.stream()
        .map(
            activity ->
                new Line(
                    activity.code(),
                    activity.name(locale),
                    activity.family(),
                    words.say(locale, "activities.family." + activity.family()),
                    activity.members(),
                    activity.difficulty()))
        .toList();
  }

  List<Map<String, String>> families(Locale locale) {
    return Arrays.stream(Family.values())
        .map(Family::code)
        .map(code -> option(code, words.say(locale, "activities.family." + code)))
        .toList();
  }

  /** Constants as a select or radios want them, said by {@code prefix} and their name. */
  List<Map<String, String>> choices(Enum<?>[] constants, String prefix, Locale locale) {
    return Arrays.stream(constants)
        .map(one -> option(one.name(), words.say(locale, prefix + one.name())))
        .toList();
  }

  List<Map<String, String>> distances(Locale locale) {
    return SearchReader.KILOMETRES.stream()
        .map(
            km ->
                option(
                    km.toString(),
                    km == PartnerSearch.ANYWHERE
                        ? words.say(locale, "activities.partners.anywhere")
                        : words.say(locale, "activities.partners.within", Map.of("km", km))))
        .toList();
  }

  /** The days on which somebody plays, in words. */
  List<Day> days(List<Slots.Slot> slots, Locale locale) {
    Map<DayOfWeek, List<String>> byDay = new EnumMap<>(DayOfWeek.class);
    for (Slots.Slot slot : slots) {
      byDay
          .computeIfAbsent(slot.day(), unused -> new ArrayList<>())
          .add(words.say(locale, "activities.part." + slot.part()));
    }
    return byDay.entrySet().stream()
        .map(
            day ->
                new Day(
                    words.say(locale, "activities.day." + day.getKey()),
                    String.join(", ", day.getValue())))
        .toList();
  }

  /** The days in one line. */
  String daysLine(List<Slots.Slot> slots, Locale locale) {
    return days(slots, locale).stream()
        .map(day -> day.name() + " " + day.parts())
        .collect(Collectors.joining(" · "));
  }

  /** The bounds of an activity in words, or null when nothing is measured. */
  @Nullable String bounds(Activity activity, Locale locale) {
    Activity.Bounds bounds = activity.plausible();
    if (bounds == null) {
      return null;
    }
    return words.say(
        locale,
        "activities.activity.bounds",
        Map.of(
            "min", amount(bounds.min(), activity.measure(), locale),
            "max", amount(bounds.max(), activity.measure(), locale)));
  }

  private String amount(BigDecimal value, Activity.Measure measure, Locale locale) {
    BigDecimal kilo = BigDecimal.valueOf(KILOMETRE);
    BigDecimal minute = BigDecimal.valueOf(MINUTE);
    boolean large = value.compareTo(measure == Activity.Measure.DURATION ? minute : kilo) >= 0;
    return switch (measure) {
      case NONE, COUNT -> number(value, locale);
      case DISTANCE ->
          large ? number(value.divide(kilo), locale) + " km" : number(value, locale) + " m";
      case WEIGHT ->
          large ? number(value.divide(kilo), locale) + " kg" : number(value, locale) + " g";
      case DURATION ->
          large
              ? number(value.divide(minute, 1, RoundingMode.HALF_UP), locale) + " min"
              : number(value, locale) + " s";
    };
  }

  private static String number(BigDecimal value, Locale locale) {
    NumberFormat format = NumberFormat.getInstance(ULocale.forLocale(locale));
    format.setMaximumFractionDigits(3);
    return format.format(value);
  }

  /** The words that the safety gate stopped, if it was the gate. */
  static Optional<String> findStopped(Refusal refusal, Form form) {
    return refusal.faults().stream()
        .filter(fault -> fault.key().startsWith("activities.danger."))
        .findFirst()
        .map(fault -> form.value(fault.field()));
  }

  private static Map<String, String> option(String value, String text) {
    return Map.of("value", value, "text", text);
  }
}
