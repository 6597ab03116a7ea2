package org.ronde.matching.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RanksTest {
  private final Ranks ranks = new Ranks(new double[] {0.2, 0.9, -1, 0.2, 0.5});

  @Test
  void standInTheOrderOfGainThenOfNumber() {
    assertThat(IntStream.range(0, 5).map(ranks::vertex)).containsExactly(1, 4, 0, 3, 2);
    assertThat(IntStream.range(0, 5).map(ranks::rank)).containsExactly(2, 0, 4, 3, 1);
    assertThat(IntStream.range(0, 5).mapToDouble(ranks::gain))
        .containsExactly(0.9, 0.5, 0.2, 0.2, -1.0);
    assertThat(ranks.vertices(4, 0)).containsExactly(2, 1);
  }

  @Test
  void countThoseThatGainMore() {
    assertThat(ranks.above(1)).isZero();
    assertThat(ranks.above(0.9)).isZero();
    assertThat(ranks.above(0.3)).isEqualTo(2);
    assertThat(ranks.above(0.2)).isEqualTo(2);
    assertThat(ranks.above(0)).isEqualTo(4);
    assertThat(ranks.above(-2)).isEqualTo(5);
  }

  @Test
  void countTheSameFromWhereTheyKnowItToEnd() {
    for (double gain : new double[] {1, 0.9, 0.3, 0.2, 0, -2}) {
      for (int most = ranks.above(gain); most <= 5; most++) {
        assertThat(ranks.above(gain, most)).isEqualTo(ranks.above(gain));
      }
    }
  }
}
