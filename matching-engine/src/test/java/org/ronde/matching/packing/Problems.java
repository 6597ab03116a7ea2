package org.ronde.matching.packing;

import java.util.ArrayList;
import java.util.SplittableRandom;

/** Packing problems by chance, and what gains most in them by trying every choice. */
final class Problems {
  private Problems() {}

  /** Some rows hard, some soft; small amounts, gains above and below nothing. */
  static PackingProblem byChance(int columns, int seed) {
    var chance = new SplittableRandom(seed);
    var builder = new PackingProblem.Builder();
    int rows = columns / 2 + 3;
    for (int row = 0; row < rows; row++) {
      boolean soft = chance.nextInt(4) == 0;
      builder.row(
          new Row(
              soft ? Row.Kind.COMPANY : Row.Kind.OFFER,
              soft ? 1 : 1 + chance.nextInt(6),
              soft ? 30 : 0));
    }
    var problem = builder.build();
    for (int column = 0; column < columns; column++) {
      var used = new ArrayList<Integer>();
      for (int i = 0; i < 4; i++) {
        int row = chance.nextInt(rows);
        if (!used.contains(row)) {
          used.add(row);
        }
      }
      var amounts =
          used.stream()
              .mapToLong(row -> 1 + chance.nextLong(problem.rows().get(row).capacity()))
              .toArray();
      builder.column(
          chance.nextInt(100) - 5, used.stream().mapToInt(Integer::intValue).toArray(), amounts);
    }
    return builder.build();
  }

  static long byTryingEverything(PackingProblem problem) {
    return byTrying(problem, 0);
  }

  /** With this column in it. */
  static long byTryingEverything(PackingProblem problem, int column) {
    return byTrying(problem, 1 << column);
  }

  private static long byTrying(PackingProblem problem, int taken) {
    long best = taken == 0 ? 0 : Long.MIN_VALUE;
    for (int choice = 0; choice < 1 << problem.columns(); choice++) {
      if ((choice & taken) != taken) {
        continue;
      }
      var used = new long[problem.rows().size()];
      long gain = 0;
      boolean fits = true;
      for (int column = 0; column < problem.columns() && fits; column++) {
        if ((choice >> column & 1) == 1) {
          fits = problem.fits(column, used);
          gain += problem.gainBeside(column, used);
          problem.use(column, used);
        }
      }
      best = fits ? Math.max(best, gain) : best;
    }
    return best;
  }
}
