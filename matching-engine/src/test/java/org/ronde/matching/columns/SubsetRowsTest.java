package org.ronde.matching.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ronde.matching.columns.Master.Share;

class SubsetRowsTest {
  private final SubsetRows rows = new SubsetRows(6);

  private static Share half(int... cycle) {
    return new Share(cycle, 0.5);
  }

  @Test
  void cutsOffThreeHalvesOfATriangle() {
    assertThat(rows.add(List.of(half(0, 2), half(2, 4), half(4, 0)))).isTrue();

    assertThat(rows.count()).isEqualTo(7);
    assertThat(rows.rows(new int[] {0, 2})).containsExactly(0, 2, 6);
    assertThat(rows.rows(new int[] {4, 1, 2, 0})).containsExactly(4, 1, 2, 0, 6);
    assertThat(rows.rows(new int[] {0, 1, 3})).containsExactly(0, 1, 3);
  }

  @Test
  void countsACycleThroughAllThreeOnce() {
    assertThat(rows.add(List.of(half(0, 1, 2), half(0, 1, 3), half(2, 4)))).isFalse();
    assertThat(rows.add(List.of(half(0, 1, 2), half(0, 1), half(1, 2)))).isTrue();
  }

  @Test
  void addsNothingTwiceAndNothingForWholePackings() {
    var shares = List.of(half(0, 2), half(2, 4), half(4, 0));
    rows.add(shares);

    assertThat(rows.add(shares)).isFalse();
    assertThat(rows.add(List.of(new Share(new int[] {1, 3, 5}, 1)))).isFalse();
    assertThat(rows.count()).isEqualTo(7);
  }

  @Test
  void addsTheWorstOfManyAroundOneVertexFirst() {
    assertThat(
            rows.add(
                List.of(
                    half(0, 1),
                    half(1, 2),
                    half(2, 0),
                    new Share(new int[] {3, 4}, 0.4),
                    new Share(new int[] {4, 5}, 0.4),
                    new Share(new int[] {5, 3}, 0.4))))
        .isTrue();

    assertThat(rows.rows(new int[] {0, 1})).containsExactly(0, 1, 6);
    assertThat(rows.rows(new int[] {3, 4})).containsExactly(3, 4, 7);
  }
}
