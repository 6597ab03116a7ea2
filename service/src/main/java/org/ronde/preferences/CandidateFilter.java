package org.ronde.preferences;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.CompanyId;

/**
 * Which candidates are meant; what is null does not narrow.
 *
 * @param text words of the offer's title, in any order
 * @param unitValueMaxCents the most an offer may be worth per unit, excluding VAT
 */
public record CandidateFilter(
    @Nullable CompanyId company,
    @Nullable String departement,
    @Nullable String text,
    @Nullable Long unitValueMaxCents) {

  /** All of them. */
  public static CandidateFilter none() {
    return new CandidateFilter(null, null, null, null);
  }

  boolean accepts(Candidate candidate) {
    return (company == null || company.equals(candidate.companyId()))
        && (departement == null || departement.equals(candidate.departement()))
        && (text == null || Likeness.hasWords(candidate.title(), text))
        && (unitValueMaxCents == null || candidate.unitValueCents() <= unitValueMaxCents);
  }

  /** How many conditions it sets. */
  public int applied() {
    int applied = 0;
    for (Object condition :
        new @Nullable Object[] {company, departement, text, unitValueMaxCents}) {
      applied += Optional.ofNullable(condition).isPresent() ? 1 : 0;
    }
    return applied;
  }
}
