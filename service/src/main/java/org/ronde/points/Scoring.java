package org.ronde.points;

import java.time.Duration;
import java.util.List;

/**
 * How much an act is worth: one version of the rules, whole numbers only, printed on {@code
 * /points/rules}.
 *
 * <ol>
 *   <li>The difficulty of the act gives the ground.
 *   <li>Novelty, progress and regularity add percents of it, and so does each week in a row up to a
 *       number of weeks.
 *   <li>Who vouched counts: alone half, an opponent in full, witnesses, papers or an officer a
 *       quarter more. What comes out, rounded to the nearest, is the <em>worth</em>.
 *   <li>When one and the same person vouches for one and the same doer again within the window, the
 *       second time counts less, the third still less, then nothing. Awards from {@link
 *       ValidationLevel#WITNESSES} on neither lose by it nor count for it.
 *   <li>So much at most for what was done on one day, and in one week from Monday, in the order it
 *       was done.
 * </ol>
 *
 * <p>An example: a first (difficulty 2, so 20) with somebody new, vouched for by them: 20 × (100 +
 * 50 + 25) % = 35.
 *
 * <p>A change is a new version, and {@link Points#rescore} applies it to every award it concerns.
 *
 * @param ground points by difficulty, 1 to 5
 * @param pairPercent of the worth, the first, second… time of one pair; then nothing
 */
public record Scoring(
    int version,
    List<Integer> ground,
    Percents percents,
    List<Integer> pairPercent,
    Duration pairWindow,
    int dayMax,
    int weekMax) {

  /** The rules in force. */
  public static final Scoring V1 =
      new Scoring(
          1,
          List.of(10, 20, 35, 60, 100),
          new Percents(50, 25, 50, 5, 5),
          List.of(100, 50, 25),
          Duration.ofDays(30),
          300,
          1000);

  /**
   * What is added to the ground.
   *
   * @param first for a first in an activity
   * @param meeting for somebody never met
   * @param best for a personal best
   * @param week for each week in a row, up to {@code weeksMax} of them
   */
  public record Percents(int first, int meeting, int best, int week, int weeksMax) {}

  public Scoring {
    ground = List.copyOf(ground);
    pairPercent = List.copyOf(pairPercent);
  }

  /** What an act is worth before pairs and caps. */
  public int worth(Effort effort, ValidationLevel level) {
    int percent =
        100
            + (effort.firstOfActivity() ? percents.first : 0)
            + (effort.newOpponent() ? percents.meeting : 0)
            + (effort.personalBest() ? percents.best : 0)
            + percents.week * Math.min(effort.weeksInARow(), percents.weeksMax);
    int hundredths = ground.get(effort.difficulty() - 1) * percent;
    return (hundredths * voucherPercent(level) + 5_000) / 10_000;
  }

  /** How much of an act counts by who vouched for it, in percent. */
  public static int voucherPercent(ValidationLevel level) {
    return switch (level) {
      case SELF -> 50;
      case OPPONENT -> 100;
      case WITNESSES, OFFICER -> 125;
    };
  }

  /** Whether one pair's habit makes awards of this level worth less. */
  static boolean paired(ValidationLevel level) {
    return level.compareTo(ValidationLevel.WITNESSES) < 0;
  }

  /**
   * Percent of the worth.
   *
   * @param before how often the pair came together within the window before
   */
  int pairPercent(int before) {
    return before < pairPercent.size() ? pairPercent.get(before) : 0;
  }
}
