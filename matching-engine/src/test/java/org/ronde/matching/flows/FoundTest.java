package org.ronde.matching.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoundTest {
  @ParameterizedTest(name = "{0} kept of {1}")
  @CsvSource({"1, 5, 1", "3, 40, 3", "8, 8, 8", "8, 5, 5", "32, 100, 32", "99, 100, 32"})
  void keepsTheBestTheBestFirst(int keepMax, int offered, int kept) {
    var gains = new SplittableRandom(offered).doubles(offered, 1, 2).toArray();
    var found = new Found();
    for (double atLeast : new double[] {0.5, 1}) {
      found.begin(atLeast, keepMax);
      for (int which = 0; which < offered; which++) {
        if (gains[which] > found.least()) {
          found.keep(gains[which], which);
        }
      }

      double[] best = Arrays.stream(gains).map(gain -> -gain).sorted().map(gain -> -gain).toArray();
      assertThat(found.count()).isEqualTo(kept);
      for (int which = 0; which < kept; which++) {
        assertThat(found.gain(which)).isEqualTo(best[which]);
        assertThat(gains[found.arcs(which)[0]]).isEqualTo(best[which]);
      }
      assertThat(found.least()).isEqualTo(offered < keepMax ? atLeast : best[kept - 1]);
    }
  }
}
