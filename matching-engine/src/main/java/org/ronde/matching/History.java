package org.ronde.matching;

/**
 * What a company's past says about its next cycle.
 *
 * @param yesPercent how likely it says yes to a cycle proposed to it, 1 to 100
 * @param waitingDays days since its last agreed exchange or, without one, since it came; at most
 *     36,500
 * @param missedCycles cycles it lately said yes to that others let fall through; at most 1,000
 */
public record History(int yesPercent, int waitingDays, int missedCycles) {
  private static final History NONE = new History(100, 0, 0);

  public History {
    Checks.between("yesPercent", yesPercent, 1, 100);
    Checks.between("waitingDays", waitingDays, 0, 36_500);
    Checks.between("missedCycles", missedCycles, 0, 1_000);
  }

  /** Nothing is known: it says yes, has not waited and missed nothing. */
  public static History none() {
    return NONE;
  }
}
