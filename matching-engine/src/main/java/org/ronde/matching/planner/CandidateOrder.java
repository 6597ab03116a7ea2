package org.ronde.matching.planner;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.Comparator;
import org.ronde.matching.cycles.Candidate;

/** The order in which a packing lists its cycles. */
final class CandidateOrder {
  static final Comparator<Candidate> BY_FIRST_COMPANY =
      comparingInt((Candidate candidate) -> candidate.lots().get(0).arc().giver())
          .thenComparingInt(candidate -> candidate.lots().get(0).arc().offer())
          .thenComparingInt(Candidate::length)
          .thenComparing(comparing(Candidate::cycle));

  private CandidateOrder() {}
}
