package org.ronde.matching.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.matching.Digraphs;
import org.ronde.matching.packing.Effort;
import org.ronde.matching.solvers.Solvers;

class ClosingTest {
  private final Effort effort = new Effort(20_000, Long.MAX_VALUE, () -> false);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void reachesTheMostAndKnowsThatNothingServesMore(long seed) {
    var graph = Digraphs.random(24, 0.12, seed);
    long best = CyclePackerTest.bestByEnumeration(graph, 4);
    for (var solvers : List.of(Solvers.best(), Solvers.plainJava())) {
      var master = new Master(24, Pricing.of(graph, 4, 1), solvers, effort);
      var prices = master.relax(new boolean[24], 24).prices();
      double ceiling = master.bound(prices);
      var closing = new Closing(graph, 4, solvers, effort);

      var reached = closing.reach(best, prices, ceiling, 100_000);
      var beyond = closing.reach(best + 1, prices, ceiling, 100_000);

      assertThat(Dive.served(reached.packing())).isEqualTo(best);
      assertThat(reached.packing().stream().flatMapToInt(Arrays::stream)).doesNotHaveDuplicates();
      assertThat(reached.settled()).isTrue();
      assertThat(beyond.settled()).isTrue();
      assertThat(Dive.served(beyond.packing())).isLessThanOrEqualTo(best);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void leavesOpenWhatHasTooManyCycles(long seed) {
    var graph = Digraphs.random(24, 0.3, seed);

    var outcome = new Closing(graph, 4, Solvers.best(), effort).reach(20, new double[24], 48, 5);

    assertThat(outcome.settled()).isFalse();
    assertThat(outcome.packing()).isEmpty();
  }
}
