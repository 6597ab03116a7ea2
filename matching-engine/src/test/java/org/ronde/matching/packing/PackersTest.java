package org.ronde.matching.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackersTest {
  private static Effort enough() {
    return new Effort(100_000, Long.MAX_VALUE, () -> false);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void theExactPackerFindsWhatTryingEverythingFinds(int seed) {
    var problem = byChance(14, seed);

    var exact = ExactPacker.pack(problem, List.of(), enough());

    assertThat(exact.proved()).isTrue();
    assertThat(exact.gain()).isEqualTo(byTryingEverything(problem));
    assertThat(exact.bound()).isEqualTo((double) exact.gain());
    assertThat(problem.gain(exact.taken())).isEqualTo(exact.gain());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void greedIsNeverBetterThanExact(int seed) {
    var problem = byChance(40, seed);

    var greedy = GreedyPacker.pack(problem);
    var exact = ExactPacker.pack(problem, greedy, enough());

    assertThat(exact.proved()).isTrue();
    assertThat(problem.gain(greedy)).isLessThanOrEqualTo(exact.gain());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void theBoundHoldsHoweverEarlyTheSearchEnds(int seed) {
    var problem = byChance(40, seed);
    var best = ExactPacker.pack(problem, List.of(), enough());

    for (long work = 1; work < 100_000; work *= 3) {
      var early = ExactPacker.pack(problem, List.of(), new Effort(5, work, () -> false));

      assertThat(early.bound()).isGreaterThanOrEqualTo(best.gain() - 1e-6);
      assertThat(early.gain()).isLessThanOrEqualTo(best.gain());
    }
  }

  @Test
  void keepsWhatItWasGivenWhenThereIsNothingToSpend() {
    var problem = byChance(40, 1);
    var greedy = GreedyPacker.pack(problem);

    var exact = ExactPacker.pack(problem, greedy, new Effort(0, 0, () -> false));

    assertThat(exact.taken()).isEqualTo(greedy);
    assertThat(exact.proved()).isFalse();
  }

  @Test
  void packsNothingWhenThereIsNothing() {
    var problem = new PackingProblem.Builder().build();

    assertThat(GreedyPacker.pack(problem)).isEmpty();
    assertThat(ExactPacker.pack(problem, List.of(), enough()).proved()).isTrue();
  }

  @Test
  void aColumnIsNeverTakenTwice() {
    var builder = new PackingProblem.Builder();
    int row = builder.row(new Row(Row.Kind.OFFER, 10, 0));
    builder.column(5, new int[] {row}, new long[] {2});

    var exact = ExactPacker.pack(builder.build(), List.of(), enough());

    assertThat(exact.gain()).isEqualTo(5);
    assertThat(exact.bound()).isEqualTo(5);
  }

  @Test
  void aSoftRowCostsItsExcess() {
    var builder = new PackingProblem.Builder();
    int served = builder.row(new Row(Row.Kind.COMPANY, 1, 100));
    for (int gain : new int[] {110, 104, 98}) {
      int own = builder.row(new Row(Row.Kind.OFFER, 1, 0));
      builder.column(gain, new int[] {served, own}, new long[] {1, 1});
    }

    var exact = ExactPacker.pack(builder.build(), List.of(), enough());

    assertThat(exact.taken()).containsExactly(0, 1);
    assertThat(exact.gain()).isEqualTo(114);
  }

  @Test
  void refusesToAddUpWhatDoesNotFit() {
    var builder = new PackingProblem.Builder();
    int row = builder.row(new Row(Row.Kind.NEED, 3, 0));
    builder.column(1, new int[] {row}, new long[] {2});
    builder.column(1, new int[] {row}, new long[] {2});
    var problem = builder.build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> problem.gain(List.of(0, 1)))
        .withMessageContaining("column 1 does not fit");
  }

  /** Some rows hard, some soft; small amounts, gains above and below nothing. */
  private static PackingProblem byChance(int columns, int seed) {
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

  private static long byTryingEverything(PackingProblem problem) {
    long best = 0;
    for (int choice = 0; choice < 1 << problem.columns(); choice++) {
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
