package org.ronde.matching;

import java.util.Comparator;
import java.util.List;

/**
 * The score of a packing, explained: one line for each rule, in the rules' order.
 *
 * <p>Compares by level, hard first; the greater card is the better packing.
 */
public record ScoreCard(List<ScoreLine> lines) implements Comparable<ScoreCard> {
  private static final Comparator<ScoreCard> BY_LEVEL =
      Comparator.comparingLong((ScoreCard card) -> card.points(ScoreRule.Level.HARD))
          .thenComparingLong(card -> card.points(ScoreRule.Level.MEDIUM))
          .thenComparingLong(card -> card.points(ScoreRule.Level.SOFT));

  public ScoreCard {
    lines = List.copyOf(lines);
    var rules = lines.stream().map(ScoreLine::rule).toList();
    Checks.require(
        rules.equals(List.of(ScoreRule.values())), "a card has one line for each rule: %s", rules);
  }

  /** How often the rule applied. */
  public long count(ScoreRule rule) {
    return lines.stream().filter(line -> line.rule() == rule).mapToLong(ScoreLine::count).sum();
  }

  /** What the cycles count, less what the chance of a no takes away. */
  public long expectedCents() {
    return count(ScoreRule.COUNTED_VALUE) - count(ScoreRule.VALUE_IN_DOUBT);
  }

  /** The sum of a level's contributions. */
  public long points(ScoreRule.Level level) {
    return lines.stream()
        .filter(line -> line.rule().level() == level)
        .mapToLong(ScoreLine::contribution)
        .sum();
  }

  @Override
  public int compareTo(ScoreCard other) {
    return BY_LEVEL.compare(this, other);
  }
}
