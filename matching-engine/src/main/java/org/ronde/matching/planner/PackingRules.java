package org.ronde.matching.planner;

import static org.optaplanner.core.api.score.stream.ConstraintCollectors.sumLong;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintProvider;
import org.optaplanner.core.api.score.stream.uni.UniConstraintStream;
import org.ronde.matching.ScoreRule;

/**
 * The score, one method for each {@link ScoreRule}, named after it; weights stand there.
 *
 * <p>Public only because the solver insists.
 */
public class PackingRules implements ConstraintProvider {
  @Override
  public Constraint[] defineConstraints(ConstraintFactory factory) {
    return new Constraint[] {
      offerOverused(factory),
      needOverused(factory),
      groupUsedTwice(factory),
      cycleUsedTwice(factory),
      companyOverbooked(factory),
      companyServed(factory),
      companyInDoubt(factory),
      countedValue(factory),
      valueInDoubt(factory),
      wouldTake(factory),
      topUpMoved(factory),
      longCycle(factory),
      planToOrder(factory),
      distance(factory),
      waiting(factory),
      missedCycles(factory),
    };
  }

  Constraint offerOverused(ConstraintFactory factory) {
    return overused(factory, Choice::offers, ScoreRule.OFFER_OVERUSED);
  }

  Constraint needOverused(ConstraintFactory factory) {
    return overused(factory, Choice::needs, ScoreRule.NEED_OVERUSED);
  }

  Constraint groupUsedTwice(ConstraintFactory factory) {
    return overused(factory, Choice::groups, ScoreRule.GROUP_USED_TWICE);
  }

  Constraint cycleUsedTwice(ConstraintFactory factory) {
    return overused(factory, Choice::cycles, ScoreRule.CYCLE_USED_TWICE);
  }

  Constraint companyOverbooked(ConstraintFactory factory) {
    return overused(factory, Choice::bookings, ScoreRule.COMPANY_OVERBOOKED);
  }

  Constraint companyServed(ConstraintFactory factory) {
    return served(factory, ScoreRule.COMPANY_SERVED);
  }

  Constraint companyInDoubt(ConstraintFactory factory) {
    return taken(factory)
        .flattenLast(Choice::shares)
        .groupBy(RowUse::row, RowUse::capacity, sumLong(RowUse::amount))
        .penalizeLong(
            points(ScoreRule.COMPANY_IN_DOUBT),
            (company, surely, tenths) -> Math.max(0, surely - tenths))
        .asConstraint(ScoreRule.COMPANY_IN_DOUBT.name());
  }

  Constraint countedValue(ConstraintFactory factory) {
    return counted(factory, ScoreRule.COUNTED_VALUE);
  }

  Constraint valueInDoubt(ConstraintFactory factory) {
    return counted(factory, ScoreRule.VALUE_IN_DOUBT);
  }

  Constraint wouldTake(ConstraintFactory factory) {
    return counted(factory, ScoreRule.WOULD_TAKE);
  }

  Constraint topUpMoved(ConstraintFactory factory) {
    return counted(factory, ScoreRule.TOP_UP_MOVED);
  }

  Constraint longCycle(ConstraintFactory factory) {
    return counted(factory, ScoreRule.LONG_CYCLE);
  }

  Constraint planToOrder(ConstraintFactory factory) {
    return counted(factory, ScoreRule.PLAN_TO_ORDER);
  }

  Constraint distance(ConstraintFactory factory) {
    return counted(factory, ScoreRule.DISTANCE);
  }

  Constraint waiting(ConstraintFactory factory) {
    return served(factory, ScoreRule.WAITING);
  }

  Constraint missedCycles(ConstraintFactory factory) {
    return served(factory, ScoreRule.MISSED_CYCLES);
  }

  private static UniConstraintStream<Choice> taken(ConstraintFactory factory) {
    return factory.forEach(Choice.class).filter(Choice::isTaken);
  }

  /** Counts what taken choices use of a row beyond its capacity. */
  private static Constraint overused(
      ConstraintFactory factory, Function<Choice, List<RowUse>> uses, ScoreRule rule) {
    return taken(factory)
        .flattenLast(uses::apply)
        .groupBy(RowUse::row, RowUse::capacity, sumLong(RowUse::amount))
        .filter((row, capacity, used) -> used > capacity)
        .penalizeLong(points(rule), (row, capacity, used) -> used - capacity)
        .asConstraint(rule.name());
  }

  /** Counts a rule that each taken choice brings by itself. */
  private static Constraint counted(ConstraintFactory factory, ScoreRule rule) {
    ToLongFunction<Choice> count = choice -> choice.candidate().count(rule);
    var taken = taken(factory);
    return (rule.weight() > 0
            ? taken.rewardLong(points(rule), count)
            : taken.penalizeLong(points(rule), count))
        .asConstraint(rule.name());
  }

  /** Counts a rule once for each company in taken choices, however many it stands in. */
  private static Constraint served(ConstraintFactory factory, ScoreRule rule) {
    return taken(factory)
        .flattenLast(Choice::companies)
        .groupBy(Function.identity())
        .rewardLong(points(rule), company -> company.history().count(rule))
        .asConstraint(rule.name());
  }

  private static HardMediumSoftLongScore points(ScoreRule rule) {
    long weight = Math.abs(rule.weight());
    return switch (rule.level()) {
      case HARD -> HardMediumSoftLongScore.ofHard(weight);
      case MEDIUM -> HardMediumSoftLongScore.ofMedium(weight);
      case SOFT -> HardMediumSoftLongScore.ofSoft(weight);
    };
  }
}
