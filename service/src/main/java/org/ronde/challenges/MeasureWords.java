package org.ronde.challenges;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.ronde.activities.Activity;
import org.ronde.http.Words;

/** A measure as people say it: 5 km, 1 h 30 min, 250 g. */
public record MeasureWords(Words words, Locale locale) {
  private static final BigDecimal THOUSAND = new BigDecimal(1000);
  private static final BigDecimal MINUTE = new BigDecimal(60);
  private static final long HOUR = 3600;

  public String say(Activity.Measure measure, BigDecimal value) {
    return switch (measure) {
      case NONE, COUNT -> words("count", Map.of("value", value));
      case DISTANCE -> small("metres", "kilometres", value);
      case WEIGHT -> small("grams", "kilograms", value);
      case DURATION -> duration(value);
    };
  }

  private String small(String unit, String thousands, BigDecimal value) {
    return value.compareTo(THOUSAND) < 0
        ? words(unit, Map.of("value", value))
        : words(thousands, Map.of("value", value.movePointLeft(3)));
  }

  private String duration(BigDecimal value) {
    if (value.compareTo(MINUTE) < 0) {
      return words("seconds", Map.of("value", value));
    }
    long seconds = value.longValue();
    return seconds < HOUR
        ? words("minutes", Map.of("minutes", seconds / 60, "seconds", seconds % 60))
        : words("hours", Map.of("hours", seconds / HOUR, "minutes", seconds % HOUR / 60));
  }

  private String words(String key, Map<String, ?> arguments) {
    return words.say(locale, "challenges.measure." + key, arguments);
  }
}
