package org.ronde.points;

/**
 * What points reward: effort, novelty and regularity. Measures never enter: nothing compares metres
 * with pillows.
 *
 * @param difficulty 1 (anybody, any day) to 5 (weeks of preparation)
 * @param firstOfActivity the member's first validated act in this activity
 * @param newOpponent the member never met this person before
 * @param personalBest better than the member's own best in this activity
 * @param weeksInARow whole weeks without a pause up to the act, 0 when it is the first
 */
public record Effort(
    int difficulty,
    boolean firstOfActivity,
    boolean newOpponent,
    boolean personalBest,
    int weeksInARow) {
  public Effort {
    if (difficulty < 1 || difficulty > 5 || weeksInARow < 0) {
      throw new IllegalArgumentException(
          "An effort of difficulty %d after %d weeks cannot be: 1 to 5, and none or more."
              .formatted(difficulty, weeksInARow));
    }
  }
}
