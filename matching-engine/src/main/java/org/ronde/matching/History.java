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
  /** Days after which waiting longer counts no more. */
  public static final int WAITING_DAYS_COUNTED_MAX = 365;

  /** Missed cycles beyond which more count no more. */
  public static final int MISSED_CYCLES_COUNTED_MAX = 5;

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

  /** How often a rule about companies applies to one with this past when it is served, once. */
  public long count(ScoreRule rule) {
    return switch (rule) {
      case COMPANY_SERVED -> 1;
      case WAITING -> Math.min(WAITING_DAYS_COUNTED_MAX, waitingDays);
      case MISSED_CYCLES -> Math.min(MISSED_CYCLES_COUNTED_MAX, missedCycles);
      case OFFER_OVERUSED, NEED_OVERUSED, GROUP_USED_TWICE, CYCLE_USED_TWICE -> 0;
      case COMPANY_OVERBOOKED, COMPANY_IN_DOUBT -> 0;
      case COUNTED_VALUE, VALUE_IN_DOUBT, WOULD_TAKE, TOP_UP_MOVED -> 0;
      case LONG_CYCLE, PLAN_TO_ORDER, DISTANCE -> 0;
    };
  }

  /** What serving a company with this past adds to the soft rules, in their points. */
  public long softPoints() {
    return ScoreRule.WAITING.weight() * count(ScoreRule.WAITING)
        + ScoreRule.MISSED_CYCLES.weight() * count(ScoreRule.MISSED_CYCLES);
  }
}
