package org.ronde.preferences;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.ronde.listings.Listing;
import org.ronde.matching.ArcKind;

/**
 * A need and the offers that could meet it.
 *
 * @param open whether the need can be met today; a draft, a pause or a past day leaves no candidate
 * @param candidates those ruled out last, then the titles most like the need's first, then cheaper
 *     ones
 */
public record CandidateList(Listing need, boolean open, List<Candidate> candidates) {
  private static final Comparator<Candidate> BY_LIKENESS =
      comparing(Candidate::never)
          .thenComparing(comparingDouble(Candidate::likeness).reversed())
          .thenComparingLong(Candidate::unitValueCents)
          .thenComparing(candidate -> candidate.offerId().toString());

  public CandidateList {
    candidates = candidates.stream().sorted(BY_LIKENESS).toList();
  }

  /** The candidates a filter leaves, in the same order. */
  public List<Candidate> matching(CandidateFilter filter) {
    return candidates.stream().filter(filter::accepts).toList();
  }

  /** How many have this answer. */
  public long count(ArcKind answer) {
    return candidates.stream().filter(candidate -> candidate.answer() == answer).count();
  }

  // For templates and the overview, which show all three side by side.
  public long yes() {
    return count(ArcKind.WOULD_TAKE);
  }

  public long ask() {
    return count(ArcKind.ASK);
  }

  public long never() {
    return count(ArcKind.NEVER);
  }

  /** How many changed since the company said yes. */
  public long changed() {
    return candidates.stream().filter(Candidate::changed).count();
  }

  /** Names of the companies that offer, in the order of their names, by id. */
  public Map<String, String> companies() {
    return choices(candidate -> candidate.companyId().toString(), Candidate::companyName);
  }

  /** Places of the offers, in the order of their names, by code. */
  public Map<String, String> departements() {
    return choices(Candidate::departement, Candidate::place);
  }

  private Map<String, String> choices(
      Function<Candidate, String> value, Function<Candidate, String> text) {
    Map<String, String> choices = new TreeMap<>();
    candidates.forEach(candidate -> choices.put(value.apply(candidate), text.apply(candidate)));
    Map<String, String> byText = new LinkedHashMap<>();
    choices.entrySet().stream()
        .sorted(
            Map.Entry.<String, String>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .forEach(choice -> byText.put(choice.getKey(), choice.getValue()));
    return byText;
  }
}
