package org.ronde.matching.packing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GreedyPackerTest {
  private final PackingProblem.Builder builder = new PackingProblem.Builder();

  private void rows(int count) {
    for (int row = 0; row < count; row++) {
      builder.row(new Row(Row.Kind.OFFER, 1, 0));
    }
  }

  private void column(long gain, int... rows) {
    var ones = new long[rows.length];
    Arrays.fill(ones, 1);
    builder.column(gain, rows, ones);
  }

  @Test
  void takesTheGreatestGainFirst() {
    rows(3);
    column(4, 0);
    column(5, 0, 1);
    column(3, 2);

    assertThat(GreedyPacker.pack(builder.build())).containsExactly(1, 2);
  }

  @Test
  void takesMuchForLittleWhereThatIsBetter() {
    rows(3);
    column(10, 0, 1, 2);
    column(6, 0);
    column(6, 1);
    column(1, 2);

    assertThat(GreedyPacker.pack(builder.build())).containsExactly(1, 2, 3);
  }

  @Test
  void weighsWhatIsUsedUpByWhatThereIs() {
    int plenty = builder.row(new Row(Row.Kind.OFFER, 10, 0));
    int scarce = builder.row(new Row(Row.Kind.NEED, 6, 0));
    // By gain: the first alone. By length: the second, alone. By share: the last two.
    builder.column(12, new int[] {plenty, scarce}, new long[] {6, 5});
    builder.column(7, new int[] {plenty}, new long[] {10});
    builder.column(8, new int[] {plenty, scarce}, new long[] {1, 4});
    builder.column(8, new int[] {plenty, scarce}, new long[] {8, 2});

    assertThat(GreedyPacker.pack(builder.build())).containsExactly(2, 3);
  }

  @Test
  void takesTheShortestFirstWhereThatIsBetter() {
    rows(6);
    column(10, 0, 1, 2);
    column(6, 0, 3);
    column(6, 1, 4);
    column(6, 2, 5);

    assertThat(GreedyPacker.pack(builder.build())).containsExactly(1, 2, 3);
  }

  @Test
  void leavesWhatGainsNothing() {
    rows(2);
    column(0, 0);
    column(-3, 1);

    assertThat(GreedyPacker.pack(builder.build())).isEmpty();
  }

  @Test
  void countsWhatIsTakenAsUsed() {
    rows(1);
    column(2, 0);
    var problem = builder.build();
    var used = new long[1];
    var taken = new ArrayList<Integer>();

    GreedyPacker.takeIfItGains(problem, 0, used, taken);
    GreedyPacker.takeIfItGains(problem, 0, used, taken);

    assertThat(taken).isEqualTo(List.of(0));
    assertThat(used).containsExactly(1);
  }
}
