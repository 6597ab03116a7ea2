package org.ronde.matching;

/**
 * The rules by which packings are compared, each with its weight: the one place for weights.
 *
 * <p>Levels are compared in order: a broken {@link Level#HARD} rule rules a packing out, then one
 * more company served outweighs any value, each as far as that is likely, then the soft rules add
 * up. A soft weight of 10 is one cent of expected value.
 *
 * <p>{@link #WAITING} and {@link #MISSED_CYCLES} are for fairness and break ties: both together are
 * worth at most 8.65 EUR a company, since {@link History} counts up to a limit, once however many
 * cycles serve it. Waiting costs a day a cent and ends with the first exchange, and a missed cycle
 * takes others who let it fall; so neither is worth seeking, and no value of note is given up for
 * it.
 */
public enum ScoreRule {
  OFFER_OVERUSED(Level.HARD, -1, "units given beyond what is offered"),
  NEED_OVERUSED(Level.HARD, -1, "units received beyond what is needed"),
  GROUP_USED_TWICE(Level.HARD, -1, "cycles beyond the first that meet a one-of group"),
  CYCLE_USED_TWICE(Level.HARD, -1, "times beyond the first that the same arcs are used"),
  COMPANY_OVERBOOKED(Level.HARD, -1, "cycles beyond the most that a company stands in"),

  COMPANY_SERVED(Level.MEDIUM, 10, "companies in at least one cycle"),
  /** A company counts as served as far as its cycles are likely, their chances added up to one. */
  COMPANY_IN_DOUBT(Level.MEDIUM, -1, "tenths of companies that the chance of a no takes away"),

  /** A cycle counts its weakest leg, at reference values, once for each leg. */
  COUNTED_VALUE(Level.SOFT, 10, "counted cents"),
  /** A cycle falls with one no: what is left of its counted value is what one may expect of it. */
  VALUE_IN_DOUBT(Level.SOFT, -10, "counted cents that the chance of a no takes away"),
  /** An explicit yes makes a leg's expected value weigh a tenth more. */
  WOULD_TAKE(Level.SOFT, 1, "expected cents on legs with an explicit yes"),
  TOP_UP_MOVED(Level.SOFT, -1, "cents of top-up"),
  /** One euro of counted value for each leg beyond two. */
  LONG_CYCLE(Level.SOFT, -1_000, "legs beyond the second"),
  /** Five euros of counted value for each company that would have to order a plan. */
  PLAN_TO_ORDER(Level.SOFT, -5_000, "places of free companies in cycles of three and more"),
  /**
   * Half a euro for each step: none within a département, one within a region, two within a
   * country, three beyond. What needs no transport is not told apart: there, too, the nearer of two
   * equals is easier to know and to trust.
   */
  DISTANCE(Level.SOFT, -500, "steps between places, added over the legs"),
  /** One cent for each day, at most 365, that a company served has been waiting. */
  WAITING(Level.SOFT, 10, "days waited by companies served"),
  /** One euro for each cycle, at most five, that others let fall for a company served. */
  MISSED_CYCLES(Level.SOFT, 1_000, "cycles missed through others by companies served");

  /** What a rule outranks: hard before medium before soft. */
  public enum Level {
    HARD,
    MEDIUM,
    SOFT
  }

  private final Level level;
  private final long weight;
  private final String unit;

  ScoreRule(Level level, long weight, String unit) {
    this.level = level;
    this.weight = weight;
    this.unit = unit;
  }

  public Level level() {
    return level;
  }

  /** Points for each unit; negative when the rule speaks against a packing. */
  public long weight() {
    return weight;
  }

  /** What is counted, in words. */
  public String unit() {
    return unit;
  }
}
