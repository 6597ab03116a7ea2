package org.ronde.matching.packing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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
}
