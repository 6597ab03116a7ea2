package org.ronde.matching.solvers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SolversTest {
  private static final int ROWS = 30;

  @Test
  void loadsItsNativesOnThisMachine() {
    assertThat(Solvers.best().name()).startsWith("OR-Tools");
    assertThat(Solvers.plainJava().name()).isEqualTo("plain Java");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void relaxesAlikeWithAndWithoutNatives(long seed) {
    var columns = columns(120, seed);
    try (var natively = Solvers.best().linear(ROWS, () -> false);
        var plainly = Solvers.plainJava().linear(ROWS, () -> false)) {
      for (int from = 0; from < columns.size(); from += 40) {
        for (int[] column : columns.subList(from, from + 40)) {
          natively.add(column.length, column);
          plainly.add(column.length, column);
        }

        assertThat(natively.solve()).isTrue();
        assertThat(plainly.solve()).isTrue();

        assertThat(plainly.gain()).isCloseTo(natively.gain(), within(1e-4));
        for (var program : List.of(natively, plainly)) {
          assertDual(program, columns.subList(0, from + 40));
        }
      }
    }
  }

  /** Prices pay for every column, and no row is used twice. */
  private static void assertDual(LinearProgram program, List<int[]> columns) {
    var used = new double[ROWS];
    double priced = 0;
    for (int column = 0; column < columns.size(); column++) {
      double share = program.share(column);
      double cost = 0;
      for (int row : columns.get(column)) {
        used[row] += share;
        cost += program.price(row);
      }
      assertThat(cost).isGreaterThan(columns.get(column).length - 1e-6);
    }
    for (int row = 0; row < ROWS; row++) {
      assertThat(used[row]).isLessThan(1 + 1e-5);
      priced += program.price(row);
    }
    assertThat(priced).isCloseTo(program.gain(), within(1e-4));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void findsWholeColumnsAlikeAndKnowsWhenThereAreNone(long seed) {
    var columns = columns(60, seed);
    var best = Solvers.plainJava().whole(ROWS, columns, 1, 100_000, () -> false);
    long most = best.taken().stream().mapToLong(column -> columns.get(column).length).sum();

    var natively = Solvers.best().whole(ROWS, columns, most, 100_000, () -> false);
    var beyond = Solvers.best().whole(ROWS, columns, most + 1, 100_000, () -> false);
    var plainlyBeyond = Solvers.plainJava().whole(ROWS, columns, most + 1, 100_000, () -> false);

    assertThat(best.settled()).isTrue();
    assertThat(natively.settled()).isTrue();
    assertThat(natively.taken().stream().mapToLong(column -> columns.get(column).length).sum())
        .isEqualTo(most);
    assertThat(natively.taken().stream().flatMapToInt(column -> Arrays.stream(columns.get(column))))
        .doesNotHaveDuplicates();
    assertThat(List.of(beyond, plainlyBeyond))
        .allSatisfy(
            none -> {
              assertThat(none.settled()).isTrue();
              assertThat(
                      none.taken().stream().mapToLong(column -> columns.get(column).length).sum())
                  .isLessThanOrEqualTo(most);
            });
  }

  @Test
  void settlesWithoutASearchWhatNothingCanGain() {
    var columns = List.of(new int[] {0, 1}, new int[] {1, 2}, new int[] {2, 0});

    // Crude bounds let the three rows gain three, one each.
    var beyond = Solvers.plainJava().whole(3, columns, 4, 0, () -> false);
    var within = Solvers.plainJava().whole(3, columns, 3, 0, () -> false);

    assertThat(beyond.settled()).isTrue();
    assertThat(within.settled()).isFalse();
    assertThat(within.taken()).isEmpty();
  }

  @Test
  void gainsNothingWithoutColumns() {
    for (var solvers : List.of(Solvers.best(), Solvers.plainJava())) {
      try (var program = solvers.linear(ROWS, () -> false)) {
        assertThat(program.solve()).isTrue();
        assertThat(program.gain()).isZero();
        assertThat(program.price(3)).isZero();
      }
    }
  }

  @Test
  void endsWhenTold() {
    try (var program = Solvers.plainJava().linear(ROWS, () -> true)) {
      program.add(2, new int[] {0, 1});
      assertThat(program.solve()).isFalse();
    }
  }

  private static List<int[]> columns(int count, long seed) {
    var chance = new Random(seed);
    var columns = new ArrayList<int[]>();
    while (columns.size() < count) {
      columns.add(chance.ints(0, ROWS).distinct().limit(2 + chance.nextInt(3)).toArray());
    }
    return columns;
  }
}
