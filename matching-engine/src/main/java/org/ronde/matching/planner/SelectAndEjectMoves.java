package org.ronde.matching.planner;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import org.ronde.matching.packing.PackingProblem;

/**
 * Draws a choice by chance and makes room for it.
 *
 * <p>A choice that is left gets taken: what it collides with is dropped until it fits, and what
 * becomes possible by that is filled in. A choice that is taken gets dropped, its place filled in
 * likewise. So each move leads from one valid packing to another. Public only because the solver
 * insists.
 */
public class SelectAndEjectMoves implements MoveIteratorFactory<ChoicePlan, SelectAndEject> {
  /** Draws in one step; then the solver takes the least bad of them and goes on. */
  private static final int DRAWS_MAX = 60;

  private static final int FILLS_TRIED_MAX = 60;

  @Override
  public long getSize(ScoreDirector<ChoicePlan> director) {
    return director.getWorkingSolution().choices().size();
  }

  @Override
  public Iterator<SelectAndEject> createOriginalMoveIterator(ScoreDirector<ChoicePlan> director) {
    throw new UnsupportedOperationException("moves are drawn by chance only");
  }

  @Override
  public Iterator<SelectAndEject> createRandomMoveIterator(
      ScoreDirector<ChoicePlan> director, Random random) {
    var plan = director.getWorkingSolution();
    plan.improvement().beginSteps(1);
    return new Draws(plan, random);
  }

  private static final class Draws implements Iterator<SelectAndEject> {
    private final ChoicePlan plan;
    private final PackingProblem problem;
    private final Random random;
    private final long[] used;
    private int drawn;

    Draws(ChoicePlan plan, Random random) {
      this.plan = plan;
      this.problem = plan.improvement().problem();
      this.random = random;
      this.used = new long[problem.rows().size()];
      for (var choice : plan.choices()) {
        if (choice.isTaken()) {
          problem.use(choice.column(), used);
        }
      }
    }

    @Override
    public boolean hasNext() {
      return drawn < DRAWS_MAX && !plan.choices().isEmpty() && !plan.improvement().isOver();
    }

    @Override
    public SelectAndEject next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      drawn++;
      var choice = plan.choices().get(random.nextInt(plan.choices().size()));
      var usedNow = used.clone();
      var taken = new ArrayList<Choice>();
      var dropped = new ArrayList<Choice>();
      if (choice.isTaken()) {
        drop(choice, usedNow, dropped);
      } else {
        eject(choice, usedNow, dropped);
        problem.use(choice.column(), usedNow);
        taken.add(choice);
      }
      for (var each : List.copyOf(dropped)) {
        fill(each, choice, usedNow, taken);
      }
      return new SelectAndEject(taken, dropped);
    }

    private void drop(Choice choice, long[] usedNow, List<Choice> dropped) {
      problem.release(choice.column(), usedNow);
      dropped.add(choice);
    }

    /** Drops what shares an over-used row, in order, until the choice fits. */
    private void eject(Choice choice, long[] usedNow, List<Choice> dropped) {
      for (int use = problem.firstUse(choice.column());
          use < problem.endUse(choice.column());
          use++) {
        int row = problem.row(use);
        if (!problem.rows().get(row).hard()) {
          continue;
        }
        long allowed = problem.rows().get(row).capacity() - problem.amount(use);
        for (int i = 0; usedNow[row] > allowed; i++) {
          var other = plan.choices().get(problem.columnOf(row, i));
          if (other.isTaken() && !dropped.contains(other)) {
            drop(other, usedNow, dropped);
          }
        }
      }
    }

    /** Takes what fits where a choice was dropped, beginning at a place drawn by chance. */
    private void fill(Choice gone, Choice drawn, long[] usedNow, List<Choice> taken) {
      for (int use = problem.firstUse(gone.column()); use < problem.endUse(gone.column()); use++) {
        int row = problem.row(use);
        int size = problem.columnCountOf(row);
        int start = random.nextInt(size);
        for (int i = 0; i < Math.min(size, FILLS_TRIED_MAX); i++) {
          var other = plan.choices().get(problem.columnOf(row, (start + i) % size));
          if (!other.isTaken()
              && other.column() != drawn.column()
              && !taken.contains(other)
              && problem.fits(other.column(), usedNow)
              && problem.gainBeside(other.column(), usedNow) > 0) {
            problem.use(other.column(), usedNow);
            taken.add(other);
          }
        }
      }
    }
  }
}
