package org.ronde.matching;

import java.time.Duration;

/**
 * What one run may spend. Same market and same limits give the same packing, unless the clock
 * struck first; {@link Packing#stoppedByClock} says whether it did.
 *
 * @param cycleLengthMax most companies in a cycle, 2 to 6; a company may ask for less
 * @param stepsMax most improvement steps, the measure that keeps runs equal
 * @param timeMax a guard, not a plan: the run ends with its best packing when it is over
 * @param seed where the engine's chance begins
 * @param candidatesMax most candidate cycles looked at; {@link CandidateCount#cut} says when some
 *     were left out
 */
public record Limits(
    int cycleLengthMax, long stepsMax, Duration timeMax, long seed, int candidatesMax) {
  /** No run and no company may ask for longer cycles. */
  public static final int CYCLE_LENGTH_MAX = 6;

  public Limits {
    Checks.between("cycleLengthMax", cycleLengthMax, 2, CYCLE_LENGTH_MAX);
    Checks.between("stepsMax", stepsMax, 0, Integer.MAX_VALUE);
    Checks.require(
        !timeMax.isNegative() && !timeMax.isZero(), "timeMax is %s, must be above 0", timeMax);
    Checks.between("candidatesMax", candidatesMax, 1, 5_000_000);
  }

  /** Cycles up to four, 5,000 steps, one minute, seed 1, 20,000 candidates. */
  public static Limits standard() {
    return new Limits(4, 5_000, Duration.ofMinutes(1), 1, 20_000);
  }

  public Limits withCycleLengthMax(int length) {
    return new Limits(length, stepsMax, timeMax, seed, candidatesMax);
  }

  public Limits withStepsMax(long steps) {
    return new Limits(cycleLengthMax, steps, timeMax, seed, candidatesMax);
  }

  public Limits withTimeMax(Duration time) {
    return new Limits(cycleLengthMax, stepsMax, time, seed, candidatesMax);
  }

  public Limits withSeed(long newSeed) {
    return new Limits(cycleLengthMax, stepsMax, timeMax, newSeed, candidatesMax);
  }

  public Limits withCandidatesMax(int candidates) {
    return new Limits(cycleLengthMax, stepsMax, timeMax, seed, candidates);
  }
}
