package org.ronde.matching.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AssignmentTest {
  static LongStream seeds() {
    return LongStream.rangeClosed(1, 40);
  }

  /** Each row has its own column, dearest, and some others. */
  private static Assignment random(int rows, double density, int costMax, long seed) {
    var chance = new Random(seed);
    var first = new int[rows + 1];
    var columns = IntStream.builder();
    var costs = LongStream.builder();
    for (int row = 0; row < rows; row++) {
      columns.add(row);
      costs.add(costMax);
      int count = 1;
      for (int column = 0; column < rows; column++) {
        if (column != row && chance.nextDouble() < density) {
          columns.add(column);
          costs.add(chance.nextInt(costMax + 1));
          count++;
        }
      }
      first[row + 1] = first[row] + count;
    }
    return new Assignment(first, columns.build().toArray(), costs.build().toArray());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void costsTheSameWithAndWithoutNatives(long seed) {
    var problem = random(5 + (int) (seed % 4) * 30, 0.15, seed % 2 == 0 ? 1 : 1_000, seed);

    int[] natively = Solvers.best().assign(problem, () -> false);
    int[] plainly = Solvers.plainJava().assign(problem, () -> false);

    assertThat(problem.cost(plainly)).isEqualTo(problem.cost(natively));
    for (int[] arcs : List.of(natively, plainly)) {
      assertThat(Arrays.stream(arcs).map(problem::column)).hasSize(problem.rows());
      assertThat(Arrays.stream(arcs).map(problem::column)).doesNotHaveDuplicates();
      for (int row = 0; row < problem.rows(); row++) {
        assertThat(arcs[row]).isBetween(problem.first(row), problem.end(row) - 1);
      }
    }
  }

  @Test
  void findsTheCheapestOfAllOrders() {
    for (long seed = 1; seed <= 200; seed++) {
      var problem = random(5 + (int) (seed % 3), 0.5, 1 + (int) (seed % 5) * 4, seed);

      int[] arcs = Solvers.plainJava().assign(problem, () -> false);

      assertThat(problem.cost(arcs)).as("seed %d", seed).isEqualTo(cheapest(problem, 0, 0));
    }
  }

  private static long cheapest(Assignment problem, int row, int used) {
    if (row == problem.rows()) {
      return 0;
    }
    long least = Integer.MAX_VALUE;
    for (int arc = problem.first(row); arc < problem.end(row); arc++) {
      int bit = 1 << problem.column(arc);
      if ((used & bit) == 0) {
        least = Math.min(least, problem.cost(arc) + cheapest(problem, row + 1, used | bit));
      }
    }
    return least;
  }

  @Test
  void refusesARowThatCanHaveNoColumn() {
    var problem = new Assignment(new int[] {0, 1, 2}, new int[] {0, 0}, new long[] {1, 1});

    for (var solvers : List.of(Solvers.best(), Solvers.plainJava())) {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> solvers.assign(problem, () -> false))
          .withMessageContaining("can have no column");
    }
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new Assignment(new int[] {0, 1}, new int[] {0}, new long[0]));
  }

  @Test
  void endsWithoutArcsWhenTold() {
    var problem = random(30, 0.2, 9, 1);

    for (var solvers : List.of(Solvers.best(), Solvers.plainJava())) {
      assertThat(solvers.assign(problem, () -> true)).isEmpty();
    }
  }
}
