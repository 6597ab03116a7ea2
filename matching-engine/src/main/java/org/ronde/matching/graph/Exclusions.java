package org.ronde.matching.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.ronde.matching.Company;

/**
 * Which companies never stand in one cycle: a word from either of two is enough.
 *
 * <p>The page of a cycle names all its companies, and all wait for each other, so an exclusion
 * reaches beyond the two that a leg joins.
 */
final class Exclusions {
  private final List<BitSet> apart = new ArrayList<>();

  /** Numbered as in the list; {@code places} are the numbers by id. */
  Exclusions(List<Company> companies, Map<String, Integer> places) {
    companies.forEach(company -> apart.add(new BitSet()));
    for (int company = 0; company < companies.size(); company++) {
      for (var id : companies.get(company).excludedCompanyIds()) {
        int other = places.getOrDefault(id, company);
        if (other != company) {
          apart.get(company).set(other);
          apart.get(other).set(company);
        }
      }
    }
  }

  boolean between(int company, int other) {
    return apart.get(company).get(other);
  }

  /** Whether any two givers of a closed walk exclude each other. */
  boolean within(List<GraphArc> cycle) {
    for (int i = 0; i < cycle.size(); i++) {
      var excluded = apart.get(cycle.get(i).giver());
      // Neighbours are no question: an arc between them would not be there.
      for (int j = i + 2; !excluded.isEmpty() && j < cycle.size(); j++) {
        if (excluded.get(cycle.get(j).giver())) {
          return true;
        }
      }
    }
    return false;
  }
}
