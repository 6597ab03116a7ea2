package org.ronde.matching.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.matching.solvers.Solvers;

class RelaxationTest {
  private static Effort enough() {
    return new Effort(1, Long.MAX_VALUE, () -> false);
  }

  private static Relaxation solve(PackingProblem problem) {
    var all = IntStream.range(0, problem.columns()).toArray();
    return Relaxation.solve(problem, all, new long[problem.rows().size()], enough());
  }

  @Test
  void sharesThreeRowsAmongThreePairs() {
    var builder = new PackingProblem.Builder();
    for (int row = 0; row < 3; row++) {
      builder.row(new Row(Row.Kind.OFFER, 1, 0));
    }
    for (int pair = 0; pair < 3; pair++) {
      builder.column(2, new int[] {pair, (pair + 1) % 3}, new long[] {1, 1});
    }

    var relaxation = solve(builder.build());

    assertThat(relaxation.bound()).isCloseTo(3, within(1e-5));
    assertThat(relaxation.shares()).containsExactly(new double[] {0.5, 0.5, 0.5}, within(1e-5));
    assertThat(relaxation.loss(0)).isCloseTo(0, within(1e-5));
  }

  @Test
  void givesAllThatIsLeftToTheMostGaining() {
    var builder = new PackingProblem.Builder();
    int row = builder.row(new Row(Row.Kind.OFFER, 10, 0));
    builder.column(8, new int[] {row}, new long[] {8});
    builder.column(9, new int[] {row}, new long[] {6});
    var problem = builder.build();

    var relaxation = Relaxation.solve(problem, new int[] {0, 1}, new long[] {1}, enough());

    assertThat(relaxation.bound()).isCloseTo(13.5, within(1e-4));
    assertThat(relaxation.shares()).containsExactly(new double[] {0, 1.5}, within(1e-4));
  }

  @Test
  void paysForExcessWhereThatGains() {
    var builder = new PackingProblem.Builder();
    int soft = builder.row(new Row(Row.Kind.COMPANY, 1, 4));
    for (int gain : new int[] {9, 7, 3}) {
      int own = builder.row(new Row(Row.Kind.OFFER, 1, 0));
      builder.column(gain, new int[] {soft, own}, new long[] {1, 1});
    }

    var relaxation = solve(builder.build());

    assertThat(relaxation.bound()).isCloseTo(12, within(1e-3));
    assertThat(relaxation.loss(2)).isCloseTo(1, within(1e-3));
  }

  @Test
  void paysForExcessBeyondMoreThanOne() {
    var builder = new PackingProblem.Builder();
    int soft = builder.row(new Row(Row.Kind.COMPANY, 2, 4));
    for (int gain : new int[] {9, 7, 6, 3}) {
      int own = builder.row(new Row(Row.Kind.OFFER, 1, 0));
      builder.column(gain, new int[] {soft, own}, new long[] {1, 1});
    }

    var relaxation = solve(builder.build());

    assertThat(relaxation.bound()).isCloseTo(18, within(1e-3));
    assertThat(relaxation.shares()).containsExactly(new double[] {1, 1, 1, 0}, within(1e-4));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void theBoundHoldsAtWhateverPricesItEnds(int seed) {
    var problem = Problems.byChance(13, seed);
    var all = IntStream.range(0, problem.columns()).toArray();
    double best = Problems.byTryingEverything(problem);

    for (long work = 1; work < 20_000; work += 1 + work / 5) {
      var effort = new Effort(1, work, () -> false);
      var relaxation = Relaxation.solve(problem, all, new long[problem.rows().size()], effort);

      assertThat(relaxation.bound()).isGreaterThan(best - 1e-6);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void whatABetterPackingMayNotTakeLosesMore(int seed) {
    var problem = Problems.byChance(12, seed);
    var relaxation = solve(problem);
    double bound = relaxation.bound();

    for (int column = 0; column < problem.columns(); column++) {
      long best = Problems.byTryingEverything(problem, column);
      assertThat(bound - Math.max(0, relaxation.loss(column))).isGreaterThan(best - 1e-6);
    }
  }

  /** The other simplex method of the engine has other rows and another order. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void boundsAsTheOtherSimplexMethodDoes(long seed) {
    var chance = new SplittableRandom(seed);
    var builder = new PackingProblem.Builder();
    for (int row = 0; row < 30; row++) {
      builder.row(new Row(Row.Kind.COMPANY, 1, 0));
    }
    try (var program = Solvers.plainJava().linear(30, () -> false)) {
      for (int column = 0; column < 200; column++) {
        int[] rows = chance.ints(0, 30).distinct().limit(2 + chance.nextInt(3)).toArray();
        var ones = new long[rows.length];
        Arrays.fill(ones, 1);
        builder.column(10L * rows.length + column % 7, rows, ones);
        program.add(10.0 * rows.length + column % 7, rows);
      }
      assertThat(program.solve()).isTrue();

      var relaxation = solve(builder.build());

      assertThat(relaxation.bound()).isCloseTo(program.gain(), within(1e-3));
      double shared = 0;
      for (int column = 0; column < 200; column++) {
        shared += relaxation.shares()[column];
        assertThat(relaxation.loss(column)).isGreaterThan(-1e-3);
      }
      assertThat(shared).isBetween(5.0, 15.0);
    }
  }
}
