package org.ronde.matching;

/** One rule's part in a score: how often it applied, and what that added or took. */
public record ScoreLine(ScoreRule rule, long count) {
  public ScoreLine {
    Checks.notNegative("count", count);
  }

  /** Count times weight, in points of the rule's level. */
  public long contribution() {
    return count * rule.weight();
  }
}
