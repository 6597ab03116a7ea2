package org.ronde.matching.packing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackingProblemTest {
  private final PackingProblem.Builder builder = new PackingProblem.Builder();
  private final int hard = builder.row(new Row(Row.Kind.OFFER, 10, 0));
  private final int soft = builder.row(new Row(Row.Kind.COMPANY, 2, 5));

  @Test
  void knowsWhichColumnsUseARow() {
    builder.column(1, new int[] {hard}, new long[] {6});
    builder.column(1, new int[] {soft, hard}, new long[] {1, 7});
    builder.column(1, new int[] {soft}, new long[] {2});
    var problem = builder.build();

    assertThat(problem.columnCountOf(hard)).isEqualTo(2);
    assertThat(problem.columnOf(hard, 1)).isEqualTo(1);
    assertThat(problem.columnCountOf(soft)).isEqualTo(2);
    assertThat(List.of(problem.columnOf(soft, 0), problem.columnOf(soft, 1))).containsExactly(1, 2);
  }

  @Test
  void addsARowOfItsOwnToWhatWouldFitTwice() {
    builder.column(1, new int[] {hard}, new long[] {6});
    builder.column(1, new int[] {hard}, new long[] {5});
    builder.column(1, new int[] {soft}, new long[] {9});
    var problem = builder.build();

    assertThat(problem.rows()).hasSize(4);
    assertThat(problem.endUse(0) - problem.firstUse(0)).isEqualTo(1);
    assertThat(problem.endUse(1) - problem.firstUse(1)).isEqualTo(2);
    assertThat(problem.row(problem.endUse(1) - 1)).isEqualTo(2);
    assertThat(problem.amount(problem.endUse(1) - 1)).isEqualTo(1);
    assertThat(problem.rows().get(3)).isEqualTo(new Row(Row.Kind.CYCLE, 1, 0));
  }

  @Test
  void paysOnlyForTheExcessThatAColumnCauses() {
    builder.column(30, new int[] {soft, hard}, new long[] {4, 6});
    var problem = builder.build();

    assertThat(problem.gainBeside(0, new long[] {0, 0})).isEqualTo(20);
    assertThat(problem.gainBeside(0, new long[] {0, 1})).isEqualTo(15);
    assertThat(problem.gainBeside(0, new long[] {0, 7})).isEqualTo(10);
  }

  @Test
  void releasesWhatItUsed() {
    builder.column(30, new int[] {soft, hard}, new long[] {4, 6});
    var problem = builder.build();
    var used = new long[] {3, 1};

    problem.use(0, used);
    assertThat(used).containsExactly(9, 5);
    problem.release(0, used);
    assertThat(used).containsExactly(3, 1);
  }

  @Test
  void fitsUpToTheCapacity() {
    builder.column(1, new int[] {hard}, new long[] {6});
    var problem = builder.build();

    assertThat(problem.fits(0, new long[] {4, 9})).isTrue();
    assertThat(problem.fits(0, new long[] {5, 0})).isFalse();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatIsLeftBesideAChoiceGainsAndFitsAsItWould(int seed) {
    var whole = Problems.byChance(16, seed);
    var used = new long[whole.rows().size()];
    for (int column = 0; column < 5; column++) {
      if (whole.fits(column, used)) {
        whole.use(column, used);
      }
    }
    int[] some = IntStream.range(5, 16).filter(column -> whole.fits(column, used)).toArray();

    var left = whole.beside(some, used);

    for (int choice = 0; choice < 1 << some.length; choice++) {
      var wholeUsed = used.clone();
      var leftUsed = new long[left.rows().size()];
      for (int i = 0; i < some.length; i++) {
        if ((choice >> i & 1) == 1) {
          assertThat(left.fits(i, leftUsed)).isEqualTo(whole.fits(some[i], wholeUsed));
          assertThat(left.gainBeside(i, leftUsed)).isEqualTo(whole.gainBeside(some[i], wholeUsed));
          left.use(i, leftUsed);
          whole.use(some[i], wholeUsed);
        }
      }
    }
  }
}
