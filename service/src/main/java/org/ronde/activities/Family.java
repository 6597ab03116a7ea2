package org.ronde.activities;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ronde.http.Refusal.Fault;

/** The groups of the catalogue, in the order of its page. */
public enum Family {
  RUNNING,
  BALL_GAMES,
  RACKET,
  WATER,
  SNOW_ICE,
  WHEELS,
  MOUNTAIN,
  COMBAT,
  FITNESS,
  PRECISION,
  DANCE_STAGE,
  MUSIC,
  KITCHEN,
  GARDEN_NATURE,
  CRAFT,
  WORDS,
  BOARD_BRAIN,
  PLAYGROUND,
  KINDNESS,
  OFFICE,
  IMAGE,
  TOWN,
  CALM,
  SCIENCE;

  /** Its name in files and addresses: {@code ball-games}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is said of a code that is none. */
  static Fault fault() {
    String codes = Stream.of(values()).map(Family::code).collect(Collectors.joining(", "));
    return new Fault("family", "activities.fault.family", Map.of("codes", codes));
  }

  static Optional<Family> find(String code) {
    for (Family family : values()) {
      if (family.code().equals(code)) {
        return Optional.of(family);
      }
    }
    return Optional.empty();
  }
}
