package org.ronde.matching.packing;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The packing problem with fractions of columns allowed: shares to round, and a bound to prove by.
 *
 * <p>Solved by the revised simplex method with an explicit inverse of the basis, each row scaled to
 * capacity 1. Its numbers are only trusted to find good prices for the rows: the bound is computed
 * from the prices alone and holds for <em>any</em> prices, be they unfinished or inexact.
 */
final class Relaxation {
  private static final int SHORTLIST_MAX = 2_000;
  private static final int COLUMN = 0;
  private static final int SLACK = -1;
  private static final int EXCESS = -2;
  private static final int OWN = -1;

  private final PackingProblem problem;
  private final int[] columns;

  /** The problem's row of each row here, or {@link #OWN}. */
  private final int[] rows;

  private final int[] localRow;

  /**
   * By column of the problem: a row of its own, which holds it once, where no other hard one is.
   */
  private final int[] ownRow;

  private final double[] left;
  private final Basis basis;
  private final int[] basisKind;
  private final int[] basisOf;
  private final double gainMost;

  /** Additions since the last step, for the effort. */
  private long work;

  private Relaxation(PackingProblem problem, int[] columns, long[] used) {
    this.problem = problem;
    this.columns = columns;
    this.localRow = new int[problem.rows().size()];
    Arrays.fill(localRow, -1);
    var wanted = new long[problem.rows().size()];
    double most = 1;
    for (int column : columns) {
      most = Math.max(most, Math.abs((double) problem.gain(column)));
      problem.use(column, wanted);
    }
    var scarce = new int[problem.rows().size()];
    int count = 0;
    for (int row = 0; row < wanted.length; row++) {
      // A row that could serve all columns at once binds none of them.
      if (wanted[row] > Math.max(0, problem.rows().get(row).capacity() - used[row])) {
        localRow[row] = count;
        scarce[count++] = row;
      }
    }
    ownRow = new int[problem.columns()];
    Arrays.fill(ownRow, -1);
    for (int column : columns) {
      // Else it would grow without end where soft rows cost less than it gains. There are no more
      // of these rows than were left out: that of a column that holds it only once is its alone.
      if (!hasHardRow(column)) {
        ownRow[column] = count;
        scarce[count++] = OWN;
      }
    }
    gainMost = most;
    rows = Arrays.copyOf(scarce, count);
    left = new double[count];
    basis = new Basis(count);
    basisKind = new int[count];
    basisOf = new int[count];
    for (int r = 0; r < count; r++) {
      left[r] = rows[r] == OWN ? 1 : left(problem.rows().get(rows[r]).capacity(), used[rows[r]]);
      // Slightly unequal capacities keep the simplex method from walking in place.
      basis.join(left[r] + 1e-7 * (1 + (r * 7919L) % 97 / 97.0));
      basisKind[r] = SLACK;
      basisOf[r] = r;
    }
  }

  private static double left(long capacity, long used) {
    return Math.max(0, capacity - used) / (double) capacity;
  }

  private boolean hasHardRow(int column) {
    for (int use = problem.firstUse(column); use < problem.endUse(column); use++) {
      if (localRow[problem.row(use)] >= 0 && problem.rows().get(problem.row(use)).hard()) {
        return true;
      }
    }
    return false;
  }

  /** Solves over the given columns beside what is used; stops early when the effort is spent. */
  static Relaxation solve(PackingProblem problem, int[] columns, long[] used, Effort effort) {
    var relaxation = new Relaxation(problem, columns, used);
    relaxation.improve(effort);
    return relaxation;
  }

  private void improve(Effort effort) {
    long stepsMax = 1_000 + 30L * rows.length;
    double gainMin = 1e-11 * gainMost;
    int[] shortlist = {};
    work = 0;
    for (long step = 0; step < stepsMax && effort.spend(work); step++) {
      work = rows.length;
      int entering = mostGaining(shortlist, gainMin);
      if (entering < 0) {
        shortlist = shortlist(gainMin);
        entering = mostGaining(shortlist, gainMin);
      }
      double gain = entering < 0 ? gainMin : reducedGain(columns[entering]);
      int kind = COLUMN;
      for (int r = 0; r < rows.length; r++) {
        double cost = excessCost(r);
        if (-basis.price(r) > gain) {
          gain = -basis.price(r);
          entering = r;
          kind = SLACK;
        } else if (cost > 0 && basis.price(r) - cost > gain) {
          gain = basis.price(r) - cost;
          entering = r;
          kind = EXCESS;
        }
      }
      if (entering < 0 || !enter(kind, entering, gain)) {
        return;
      }
    }
  }

  private int mostGaining(int[] places, double gainMin) {
    int found = -1;
    double gain = gainMin;
    for (int i : places) {
      double reduced = reducedGain(columns[i]);
      if (reduced > gain) {
        gain = reduced;
        found = i;
      }
    }
    return found;
  }

  /** Columns that gain at least half of what the best one gains: enough for several steps. */
  private int[] shortlist(double gainMin) {
    var gains = new double[columns.length];
    double most = gainMin;
    for (int i = 0; i < columns.length; i++) {
      gains[i] = reducedGain(columns[i]);
      most = Math.max(most, gains[i]);
    }
    double least = Math.max(gainMin, most / 2);
    return IntStream.range(0, columns.length)
        .filter(i -> gains[i] > least)
        .limit(SHORTLIST_MAX)
        .toArray();
  }

  /** Price of exceeding the scaled row by its whole capacity; 0 when that is forbidden. */
  private double excessCost(int r) {
    if (rows[r] == OWN) {
      return 0;
    }
    var row = problem.rows().get(rows[r]);
    return (double) row.excessCost() * row.capacity();
  }

  private double share(int use) {
    int row = problem.row(use);
    return problem.amount(use) / (double) problem.rows().get(row).capacity();
  }

  private double reducedGain(int column) {
    double gain = problem.gain(column);
    for (int use = problem.firstUse(column); use < problem.endUse(column); use++) {
      int r = localRow[problem.row(use)];
      if (r >= 0) {
        gain -= basis.price(r) * share(use);
      }
    }
    if (ownRow[column] >= 0) {
      gain -= basis.price(ownRow[column]);
    }
    work += problem.endUse(column) - problem.firstUse(column);
    return gain;
  }

  private boolean enter(int kind, int entering, double gain) {
    var direction = basis.direction();
    long before = basis.work();
    if (kind == COLUMN) {
      int column = columns[entering];
      for (int use = problem.firstUse(column); use < problem.endUse(column); use++) {
        int r = localRow[problem.row(use)];
        if (r >= 0) {
          basis.use(direction, r, share(use));
        }
      }
      if (ownRow[column] >= 0) {
        basis.use(direction, ownRow[column], 1);
      }
    } else {
      basis.use(direction, entering, kind == SLACK ? 1 : -1);
    }
    int place = basis.enter(direction, gain);
    work += basis.work() - before;
    if (place < 0) {
      return false;
    }
    basisKind[place] = kind;
    basisOf[place] = entering;
    return true;
  }

  /** How much of each column the relaxed packing takes, in the order of the columns. */
  double[] shares() {
    var shares = new double[columns.length];
    for (int r = 0; r < rows.length; r++) {
      if (basisKind[r] == COLUMN) {
        shares[basisOf[r]] = basis.level(r);
      }
    }
    return shares;
  }

  /**
   * No packing of the columns beside what is used gains more.
   *
   * <p>Whatever the prices: a packing's gain is at most what its rows cost plus what columns gain
   * beyond their rows. Either those gains are added, or the prices are raised until none is left.
   */
  double bound() {
    clampPrices();
    double rowsCost = 0;
    for (int r = 0; r < rows.length; r++) {
      rowsCost += basis.price(r) * left[r];
    }
    double beyond = 0;
    double raise = 0;
    for (int column : columns) {
      double gain = reducedGain(column);
      if (gain > 0) {
        beyond += gain;
        raise = Math.max(raise, raiseNeeded(column, gain));
      }
    }
    boolean raisable = raise < Double.POSITIVE_INFINITY;
    return rowsCost + (raisable ? Math.min(beyond, raise * rowsCost) : beyond);
  }

  /** By which part the prices of the column's hard rows must rise to pay for the gain. */
  private double raiseNeeded(int column, double gain) {
    double cost = ownRow[column] < 0 ? 0 : basis.price(ownRow[column]);
    for (int use = problem.firstUse(column); use < problem.endUse(column); use++) {
      int r = localRow[problem.row(use)];
      if (r >= 0 && problem.rows().get(rows[r]).hard()) {
        cost += basis.price(r) * share(use);
      }
    }
    return cost > 0 ? gain / cost : Double.POSITIVE_INFINITY;
  }

  private void clampPrices() {
    for (int r = 0; r < rows.length; r++) {
      double cost = excessCost(r);
      double price = basis.price(r);
      basis.setPrice(r, Math.max(0, cost > 0 ? Math.min(cost, price) : price));
    }
  }

  /** What the bound loses at least when this column is taken; call after {@link #bound}. */
  double loss(int column) {
    return -reducedGain(column);
  }
}
