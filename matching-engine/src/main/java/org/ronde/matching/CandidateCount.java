package org.ronde.matching;

/**
 * How many candidates the packing was chosen from.
 *
 * @param cycles cycles found whose quantities, balance and top-ups work out
 * @param variants those cycles, each at every quantity level that was looked at
 * @param cut whether {@link Limits#candidatesMax}, the clock or a cancellation left some out; the
 *     packing is then never called optimal
 */
public record CandidateCount(long cycles, long variants, boolean cut) {
  public CandidateCount {
    Checks.notNegative("cycles", cycles);
    Checks.require(variants >= cycles, "%d variants of %d cycles", variants, cycles);
  }
}
