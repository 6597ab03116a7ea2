package org.ronde.matching.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
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
    var problem = Problems.byChance(14, seed);

    var exact = ExactPacker.pack(problem, List.of(), enough());

    assertThat(exact.proved()).isTrue();
    assertThat(exact.gain()).isEqualTo(Problems.byTryingEverything(problem));
    assertThat(exact.bound()).isEqualTo((double) exact.gain());
    assertThat(problem.gain(exact.taken())).isEqualTo(exact.gain());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void greedIsNeverBetterThanExact(int seed) {
    var problem = Problems.byChance(40, seed);

    var greedy = GreedyPacker.pack(problem);
    var exact = ExactPacker.pack(problem, greedy, enough());

    assertThat(exact.proved()).isTrue();
    assertThat(problem.gain(greedy)).isLessThanOrEqualTo(exact.gain());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void theBoundHoldsHoweverEarlyTheSearchEnds(int seed) {
    var problem = Problems.byChance(40, seed);
    var best = ExactPacker.pack(problem, List.of(), enough());

    for (long work = 1; work < 100_000; work *= 3) {
      var early = ExactPacker.pack(problem, List.of(), new Effort(5, work, () -> false));

      assertThat(early.bound()).isGreaterThanOrEqualTo(best.gain() - 1e-6);
      assertThat(early.gain()).isLessThanOrEqualTo(best.gain());
    }
  }

  @Test
  void keepsWhatItWasGivenWhenThereIsNothingToSpend() {
    var problem = Problems.byChance(40, 1);
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

  @Test
  void boundsWithoutASearchWhatFillsItsRows() {
    var builder = new PackingProblem.Builder();
    for (int column = 0; column < 3; column++) {
      int one = builder.row(new Row(Row.Kind.OFFER, 2, 0));
      int other = builder.row(new Row(Row.Kind.NEED, 3, 0));
      int served = builder.row(new Row(Row.Kind.COMPANY, 1, 7));
      builder.column(12, new int[] {one, served, other}, new long[] {2, 1, 3});
    }

    var exact = ExactPacker.pack(builder.build(), List.of(), new Effort(0, 0, () -> false));

    assertThat(exact.proved()).isFalse();
    assertThat(exact.taken()).isEmpty();
    assertThat(exact.bound()).isEqualTo(36);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void theBoundHoldsWithoutASearch(int seed) {
    var problem = Problems.byChance(14, seed);

    var exact = ExactPacker.pack(problem, List.of(), new Effort(0, 0, () -> false));

    assertThat(exact.bound()).isGreaterThanOrEqualTo((double) Problems.byTryingEverything(problem));
  }

  @Test
  void packsSmallPartsFirst() {
    var builder = new PackingProblem.Builder();
    int shared = builder.row(new Row(Row.Kind.OFFER, 1, 0));
    for (int gain : new int[] {3, 4, 5}) {
      builder.column(gain, new int[] {shared}, new long[] {1});
    }
    int own = builder.row(new Row(Row.Kind.OFFER, 1, 0));
    builder.column(2, new int[] {own}, new long[] {1});

    var one = new Effort(1, Long.MAX_VALUE, () -> false);
    var exact = ExactPacker.pack(builder.build(), List.of(), one);

    assertThat(exact.taken()).containsExactly(3);
    assertThat(exact.proved()).isFalse();
    assertThat(exact.bound()).isEqualTo(7);
  }

  @Test
  void searchesPartsUpTo1500Rows() {
    for (int rows : new int[] {1_500, 1_501}) {
      var builder = new PackingProblem.Builder();
      for (int row = 0; row < rows; row++) {
        builder.row(new Row(Row.Kind.OFFER, 1, 0));
        if (row > 0) {
          builder.column(1, new int[] {row - 1, row}, new long[] {1, 1});
        }
      }
      var effort = new Effort(1, 1, () -> false);

      ExactPacker.pack(builder.build(), List.of(), effort);

      assertThat(effort.nodes()).isEqualTo(rows == 1_500 ? 1 : 0);
    }
  }

  @Test
  void leavesAloneWhatGainsMoreThanItCanTellApart() {
    for (long gain : new long[] {100_000_000_000L, 100_000_000_001L}) {
      var builder = new PackingProblem.Builder();
      int row = builder.row(new Row(Row.Kind.OFFER, 1, 0));
      builder.column(1, new int[] {row}, new long[] {1});
      builder.column(gain, new int[] {row}, new long[] {1});

      var exact = ExactPacker.pack(builder.build(), List.of(0), enough());

      assertThat(exact.proved()).isEqualTo(gain == 100_000_000_000L);
      assertThat(exact.taken()).containsExactly(exact.proved() ? 1 : 0);
      assertThat(exact.bound()).isGreaterThanOrEqualTo((double) gain);
    }
  }
}
