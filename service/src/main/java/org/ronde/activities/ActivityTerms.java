package org.ronde.activities;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronde.activities.Activity.Bounds;
import org.ronde.http.Folding;

/**
 * What operators say of an activity: all but its id and how many practise it.
 *
 * @param synonymsEn other words it is found by
 * @param retired out of the catalogue, for nobody to begin; what was done stays
 */
public record ActivityTerms(
    String code,
    Family family,
    String nameEn,
    String nameFr,
    List<String> synonymsEn,
    List<String> synonymsFr,
    Set<Activity.Need> evidence,
    Activity.Measure measure,
    boolean moreIsBetter,
    @Nullable Bounds plausible,
    int difficulty,
    boolean adult,
    boolean retired) {
  static final int WORD_MAX = 60;

  public ActivityTerms {
    synonymsEn = List.copyOf(synonymsEn);
    synonymsFr = List.copyOf(synonymsFr);
    evidence = Set.copyOf(evidence);
  }

  /** The folded words it is found by, in both languages. */
  Set<String> words() {
    String all =
        String.join(
            " ", nameEn, nameFr, String.join(" ", synonymsEn), String.join(" ", synonymsFr));
    return Folding.words(all).stream()
        .map(word -> word.substring(0, Math.min(word.length(), WORD_MAX)))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
