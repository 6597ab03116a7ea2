package org.ronde.challenges;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.AttemptId;

/**
 * Who did it, best first. Nobody wins with nothing; equal measures share a place, also the last
 * one; when an act was done decides between acts without a measure, never when its proof arrived.
 */
final class Winners {
  private Winners() {}

  /** An act that was believed. */
  record Done(AttemptId attempt, @Nullable BigDecimal measure, Instant actedAt) {}

  static List<AttemptId> of(Terms terms, List<Done> acts) {
    Comparator<Done> order = (one, other) -> compare(terms, one, other);
    List<Done> best =
        acts.stream()
            .filter(done -> terms.performed(done.measure()))
            .sorted(order.thenComparing(done -> done.attempt().value()))
            .toList();
    Integer max = terms.winnersMax();
    if (max == null || best.size() <= max) {
      return best.stream().map(Done::attempt).toList();
    }
    List<AttemptId> winners = new ArrayList<>();
    Done last = best.get(max - 1);
    for (Done done : best) {
      if (order.compare(done, last) <= 0) {
        winners.add(done.attempt());
      }
    }
    return winners;
  }

  private static int compare(Terms terms, Done one, Done other) {
    if (one.measure() != null && other.measure() != null) {
      int byMeasure = one.measure().compareTo(other.measure());
      return terms.moreIsBetter() ? -byMeasure : byMeasure;
    }
    if (one.measure() != null || other.measure() != null) {
      return one.measure() != null ? -1 : 1;
    }
    return one.actedAt().compareTo(other.actedAt());
  }
}
