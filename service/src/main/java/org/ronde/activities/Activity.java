package org.ronde.activities;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.ActivityId;

/**
 * Something members do.
 *
 * @param code stable short name, lower case with hyphens, from the catalogue's file
 * @param family code of the group it belongs to
 * @param evidence what a proof of it needs
 * @param measure what is measured, NONE when doing it is all
 * @param plausible the bounds of one act's measure, in the measure's unit
 * @param difficulty 1 to 5, the class that points reward
 * @param adult for members of age only
 * @param members how many practise it
 */
public record Activity(
    ActivityId id,
    String code,
    String nameEn,
    String nameFr,
    String family,
    Set<Need> evidence,
    Measure measure,
    boolean moreIsBetter,
    @Nullable Bounds plausible,
    int difficulty,
    boolean adult,
    long members) {

  public String name(Locale locale) {
    return locale.getLanguage().equals("fr") ? nameFr : nameEn;
  }

  /** What a proof must hold. */
  public enum Need {
    TEXT,
    PHOTO,
    VIDEO,
    TRACK,
    MEASURE
  }

  /** What is measured and in which unit. */
  public enum Measure {
    NONE,
    /** Pieces, times, goals. */
    COUNT,
    /** Metres. */
    DISTANCE,
    /** Seconds. */
    DURATION,
    /** Grams. */
    WEIGHT
  }

  /** Both inclusive. */
  public record Bounds(BigDecimal min, BigDecimal max) {}
}
