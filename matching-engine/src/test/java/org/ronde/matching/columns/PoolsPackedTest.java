package org.ronde.matching.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.matching.columns.CyclePackerTest.assertSound;
import static org.ronde.matching.columns.CyclePackerTest.bestByEnumeration;
import static org.ronde.matching.columns.CyclePackerTest.cover;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronde.matching.Pools;
import org.ronde.matching.Pools.Kind;
import org.ronde.matching.columns.CyclePacker.Cover;
import org.ronde.matching.graph.Digraph;
import org.ronde.matching.packing.Effort;
import org.ronde.matching.solvers.Solvers;

/** What holds for pools of every family; the seed in a test's name tells the pool that broke it. */
class PoolsPackedTest {
  private static final int STEPS = 20_000;

  @ParameterizedTest(name = "{0}, {1} pairs, K = {2}, seed {3}")
  @CsvSource({
    "SAIDMAN, 30, 3, 1", "SAIDMAN, 30, 4, 2", "SAIDMAN, 40, 3, 3",
    "SPARSE, 60, 3, 1", "SPARSE, 60, 4, 2", "SPARSE, 50, 5, 3",
    "HETEROGENEOUS, 24, 3, 1", "HETEROGENEOUS, 20, 4, 2", "HETEROGENEOUS, 30, 3, 3"
  })
  void solversAgreeWithAListOfAllCycles(Kind kind, int pairs, int lengthMax, long seed) {
    var graph = Pools.of(kind, pairs, seed);
    long best = bestByEnumeration(graph, lengthMax);

    for (var solvers : List.of(Solvers.best(), Solvers.plainJava())) {
      var cover = cover(graph, lengthMax, solvers, STEPS);

      assertThat(cover.served()).as(solvers.name()).isEqualTo(best);
      assertThat(cover.bound()).as(solvers.name()).isEqualTo(best);
      assertSound(graph, cover, lengthMax);
    }
  }

  @ParameterizedTest(name = "{0}, {1} pairs, K = {2}, seed {3}")
  @CsvSource({
    "SAIDMAN, 300, 3, 1",
    "SAIDMAN, 200, 4, 2",
    "SPARSE, 400, 3, 3",
    "SPARSE, 250, 4, 4",
    "HETEROGENEOUS, 300, 3, 5",
    "HETEROGENEOUS, 200, 4, 6"
  })
  void isProvedWhateverTheVerticesAreCalled(Kind kind, int pairs, int lengthMax, long seed) {
    var graph = Pools.of(kind, pairs, seed);

    var cover = cover(graph, lengthMax, Solvers.best(), STEPS);
    var other = cover(Pools.relabelled(graph, seed), lengthMax, Solvers.best(), STEPS);

    assertThat(cover.proved()).isTrue();
    assertThat(other.proved()).isTrue();
    assertThat(other.served()).isEqualTo(cover.served());
    assertSound(graph, cover, lengthMax);
  }

  @ParameterizedTest(name = "{0}, {1} pairs, K = {2}, seed {3}")
  @CsvSource({
    "SAIDMAN, 250, 3, 1",
    "SPARSE, 300, 4, 2",
    "HETEROGENEOUS, 300, 3, 3",
    "SPARSE, 120, 5, 4"
  })
  void isTheSameWithOneThreadAndWithMany(Kind kind, int pairs, int lengthMax, long seed) {
    var graph = Pools.of(kind, pairs, seed);

    var cover = cover(graph, lengthMax, Solvers.best(), STEPS);

    assertThat(
            CyclePacker.cover(
                graph,
                lengthMax,
                Solvers.best(),
                new Effort(STEPS, Long.MAX_VALUE, () -> false),
                new SplittableRandom(1),
                (phase, served, bound) -> {},
                2))
        .isEqualTo(cover);
  }

  @ParameterizedTest(name = "{0}, {1} pairs, K = {2}, seed {3}")
  @CsvSource({
    "SAIDMAN, 60, 3, 1",
    "SPARSE, 120, 3, 2",
    "SPARSE, 100, 4, 3",
    "HETEROGENEOUS, 80, 3, 4"
  })
  void anArcMoreNeverServesLess(Kind kind, int pairs, int lengthMax, long seed) {
    var graph = Pools.of(kind, pairs, seed);
    var chance = new SplittableRandom(seed);
    long served = cover(graph, lengthMax, Solvers.best(), STEPS).served();

    for (int more = 0; more < 8; more++) {
      graph = withArc(graph, chance.nextInt(pairs), chance.nextInt(pairs));
      var cover = cover(graph, lengthMax, Solvers.best(), STEPS);

      assertThat(cover.proved()).isTrue();
      assertThat(cover.served()).isGreaterThanOrEqualTo(served);
      served = cover.served();
    }
  }

  @ParameterizedTest(name = "{0}, {1} pairs, K = {2}, seed {3}, ended at question {4}")
  @CsvSource({
    "SAIDMAN, 200, 3, 1, 0", "SAIDMAN, 200, 3, 1, 3", "SPARSE, 200, 4, 2, 10",
    "SPARSE, 200, 4, 2, 40", "HETEROGENEOUS, 200, 3, 3, 5", "HETEROGENEOUS, 200, 4, 3, 8"
  })
  void leavesASoundCoverWhereverItIsCancelled(
      Kind kind, int pairs, int lengthMax, long seed, int questions) {
    var graph = Pools.of(kind, pairs, seed);
    long best = cover(graph, lengthMax, Solvers.best(), STEPS).served();

    for (var solvers : List.of(Solvers.best(), Solvers.plainJava())) {
      var cover = cancelled(graph, lengthMax, solvers, questions);

      assertSound(graph, cover, lengthMax);
      assertThat(cover.bound()).isGreaterThanOrEqualTo(best);
    }
  }

  private static Cover cancelled(Digraph graph, int lengthMax, Solvers solvers, int questions) {
    var asked = new AtomicInteger();
    return CyclePacker.cover(
        graph,
        lengthMax,
        solvers,
        new Effort(STEPS, Long.MAX_VALUE, () -> asked.getAndIncrement() >= questions),
        new SplittableRandom(1),
        (phase, served, bound) -> {});
  }

  private static Digraph withArc(Digraph graph, int tail, int head) {
    if (tail == head) {
      return graph;
    }
    var arrows = new ArrayList<>(IntStream.range(0, graph.arrows()).boxed().toList());
    arrows.removeIf(arrow -> graph.tail(arrow) == tail && graph.head(arrow) == head);
    return Digraph.of(
        graph.vertices(),
        IntStream.concat(arrows.stream().mapToInt(graph::tail), IntStream.of(tail)).toArray(),
        IntStream.concat(arrows.stream().mapToInt(graph::head), IntStream.of(head)).toArray());
  }
}
