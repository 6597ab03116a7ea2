package org.ronde.activities;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Refusal.Fault;

/**
 * Reads the terms of an activity from named texts, be they a line of a file or a form's fields, and
 * says what does not fit.
 */
final class TermsReader {
  static final List<String> COLUMNS =
      List.of(
          "code",
          "family",
          "name_en",
          "name_fr",
          "synonyms_en",
          "synonyms_fr",
          "evidence",
          "measure",
          "more_is_better",
          "min",
          "max",
          "difficulty",
          "adult",
          "state");
  static final int NAME_MAX = 80;
  static final int SYNONYMS_MAX = 300;
  static final int DIFFICULTY_MAX = 5;
  static final String RETIRED = "RETIRED";

  /** A spreadsheet takes what begins with one of these for a formula. */
  private static final String FORMULA = "(?s)[=+@\\-\t\r].*";

  private static final int SCALE_MAX = 3;
  private static final int WHOLE_DIGITS_MAX = 12;

  private final UnaryOperator<String> values;
  private final List<Fault> faults;

  /** Notes what it finds wrong in {@code faults}, each at the name of its column. */
  TermsReader(UnaryOperator<String> values, List<Fault> faults) {
    this.values = values;
    this.faults = faults;
  }

  /** The terms, or none when something does not fit. */
  Optional<ActivityTerms> read() {
    int before = faults.size();
    String code = value("code");
    if (!code.matches("[a-z0-9]+(-[a-z0-9]+)*") || code.length() > ActivityTerms.WORD_MAX) {
      fault("code", "activities.fault.code");
    }
    Optional<Family> family = Family.find(value("family"));
    if (family.isEmpty()) {
      faults.add(Family.fault());
    }
    Set<Activity.Need> evidence = evidence();
    Activity.Measure measure = constant("measure", Activity.Measure.class, Activity.Measure.NONE);
    Activity.Bounds plausible = bounds(measure);
    ActivityTerms terms =
        new ActivityTerms(
            code,
            family.orElse(Family.RUNNING),
            name("name_en"),
            name("name_fr"),
            synonyms("synonyms_en"),
            synonyms("synonyms_fr"),
            evidence,
            measure,
            flag("more_is_better"),
            plausible,
            difficulty(),
            flag("adult"),
            retired());
    if (measure == Activity.Measure.NONE && evidence.contains(Activity.Need.MEASURE)) {
      fault("evidence", "activities.fault.measureOfNothing");
    }
    return faults.size() == before ? Optional.of(terms) : Optional.empty();
  }

  private String name(String column) {
    String name = value(column);
    if (name.length() < 2 || name.length() > NAME_MAX || name.matches(FORMULA)) {
      fault(column, "activities.fault.name", Map.of("max", NAME_MAX));
    }
    return name;
  }

  private List<String> synonyms(String column) {
    if (value(column).length() > SYNONYMS_MAX || value(column).matches(FORMULA)) {
      fault(column, "activities.fault.synonyms", Map.of("max", SYNONYMS_MAX));
    }
    return parts(column).toList();
  }

  private Set<Activity.Need> evidence() {
    Set<Activity.Need> needs = EnumSet.noneOf(Activity.Need.class);
    for (String part : parts("evidence").toList()) {
      try {
        needs.add(Activity.Need.valueOf(part.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        fault("evidence", "activities.fault.evidence");
        return needs;
      }
    }
    if (needs.isEmpty()) {
      fault("evidence", "activities.fault.evidence");
    }
    return needs;
  }

  private Activity.@Nullable Bounds bounds(Activity.Measure measure) {
    if (measure == Activity.Measure.NONE) {
      if (!value("min").isEmpty() || !value("max").isEmpty()) {
        fault("min", "activities.fault.boundsOfNothing");
      }
      return null;
    }
    Optional<BigDecimal> min = number("min");
    Optional<BigDecimal> max = number("max");
    if (min.isEmpty() || max.isEmpty()) {
      return null;
    }
    if (min.get().compareTo(max.get()) >= 0) {
      fault("max", "activities.fault.bounds");
      return null;
    }
    return new Activity.Bounds(min.get(), max.get());
  }

  private Optional<BigDecimal> number(String column) {
    try {
      BigDecimal number = new BigDecimal(value(column).replace(',', '.')).stripTrailingZeros();
      if (number.signum() >= 0
          && number.scale() <= SCALE_MAX
          && number.precision() - number.scale() <= WHOLE_DIGITS_MAX) {
        return Optional.of(number.scale() < 0 ? number.setScale(0) : number);
      }
    } catch (NumberFormatException e) {
      // Refused below, like a number that does not fit.
    }
    fault(column, "activities.fault.number");
    return Optional.empty();
  }

  private int difficulty() {
    String difficulty = value("difficulty");
    if (!difficulty.matches("[1-" + DIFFICULTY_MAX + "]")) {
      fault("difficulty", "activities.fault.difficulty");
      return 1;
    }
    return Integer.parseInt(difficulty);
  }

  private boolean flag(String column) {
    String flag = value(column).toLowerCase(Locale.ROOT);
    if (!Set.of("", "true", "false").contains(flag)) {
      fault(column, "activities.fault.flag");
    }
    return flag.equals("true");
  }

  private boolean retired() {
    String state = value("state");
    if (!Set.of("", "PUBLISHED", RETIRED).contains(state)) {
      fault("state", "activities.fault.state");
    }
    return state.equals(RETIRED);
  }

  private <E extends Enum<E>> E constant(String column, Class<E> type, E otherwise) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(value(column))) {
        return constant;
      }
    }
    fault(column, "activities.fault.measure");
    return otherwise;
  }

  private Stream<String> parts(String column) {
    return Stream.of(value(column).split(";", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty());
  }

  private String value(String column) {
    return values.apply(column).strip();
  }

  private void fault(String column, String key) {
    fault(column, key, Map.of());
  }

  private void fault(String column, String key, Map<String, Object> arguments) {
    faults.add(new Fault(column, key, arguments));
  }
}
