package org.ronde.matching.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.matching.Digraphs;
import org.ronde.matching.columns.CyclePacker.Cover;
import org.ronde.matching.cycles.CycleSearch;
import org.ronde.matching.graph.Digraph;
import org.ronde.matching.packing.Effort;
import org.ronde.matching.solvers.Solvers;

class CyclePackerTest {
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6})
  void agreesWithAnExactSearchOverAllCycles(int lengthMax) {
    for (long seed = 1; seed <= 15; seed++) {
      var graph = Digraphs.random(24, lengthMax < 5 ? 0.12 : 0.07, seed);
      long best = bestByEnumeration(graph, lengthMax);

      for (var solvers : List.of(Solvers.best(), Solvers.plainJava())) {
        var cover = cover(graph, lengthMax, solvers, 5_000);

        assertThat(cover.served()).as("seed %d by %s", seed, solvers.name()).isEqualTo(best);
        assertThat(cover.bound()).as("seed %d by %s", seed, solvers.name()).isEqualTo(best);
        assertSound(graph, cover, lengthMax);
      }
    }
  }

  @Test
  void servesAsManyWhateverTheVerticesAreCalled() {
    for (long seed = 1; seed <= 5; seed++) {
      var graph = Digraphs.random(80, 0.05, seed);
      var names = new ArrayList<>(IntStream.range(0, 80).boxed().toList());
      Collections.shuffle(names, new Random(seed));
      var other = Digraphs.relabelled(graph, names.stream().mapToInt(Integer::intValue).toArray());

      assertThat(cover(other, 4, Solvers.best(), 5_000).served())
          .isEqualTo(cover(graph, 4, Solvers.best(), 5_000).served());
    }
  }

  @Test
  void answersTheSameTwice() {
    var graph = Digraphs.random(90, 0.05, 3);

    assertThat(cover(graph, 4, Solvers.best(), 5_000))
        .isEqualTo(cover(graph, 4, Solvers.best(), 5_000));
  }

  @Test
  void neverServesLessForMoreArcsOrLongerCycles() {
    for (long seed = 1; seed <= 5; seed++) {
      var few = Digraphs.random(60, 0.04, seed);
      long three = cover(few, 3, Solvers.best(), 5_000).served();
      var tails = new ArrayList<>(IntStream.range(0, few.arrows()).map(few::tail).boxed().toList());
      var heads = new ArrayList<>(IntStream.range(0, few.arrows()).map(few::head).boxed().toList());
      var more = Digraphs.random(60, 0.01, seed + 100);
      for (int arrow = 0; arrow < more.arrows(); arrow++) {
        tails.add(more.tail(arrow));
        heads.add(more.head(arrow));
      }
      var both =
          Digraph.of(
              60,
              tails.stream().mapToInt(Integer::intValue).toArray(),
              heads.stream().mapToInt(Integer::intValue).toArray());

      assertThat(cover(few, 4, Solvers.best(), 5_000).served()).isGreaterThanOrEqualTo(three);
      assertThat(cover(both, 3, Solvers.best(), 5_000).served()).isGreaterThanOrEqualTo(three);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 5, 10})
  void boundsWhatItCouldNotFinish(long steps) {
    var graph = Digraphs.random(100, 0.05, 9);
    var whole = cover(graph, 4, Solvers.best(), 5_000);

    var cut = cover(graph, 4, Solvers.best(), steps);

    assertSound(graph, cut, 4);
    assertThat(cut.bound()).isGreaterThanOrEqualTo(whole.served());
    assertThat(cut.served()).isLessThanOrEqualTo(whole.served());
  }

  @Test
  void stopsWhenTold() {
    var graph = Digraphs.random(100, 0.05, 9);

    var cover =
        CyclePacker.cover(
            graph,
            4,
            Solvers.best(),
            new Effort(5_000, Long.MAX_VALUE, () -> true),
            new SplittableRandom(1),
            (phase, served, bound) -> {});

    assertSound(graph, cover, 4);
    assertThat(cover.served()).isPositive();
    assertThat(cover.proved()).isFalse();
  }

  @Test
  void saysThatNothingGoesRound() {
    var path = Digraph.of(5, new int[] {0, 1, 2, 3}, new int[] {1, 2, 3, 4});

    var cover = cover(path, 4, Solvers.best(), 5_000);

    assertThat(cover).isEqualTo(new Cover(List.of(), 0, 0));
    assertThat(cover.proved()).isTrue();
  }

  @Test
  void tellsABoundThatNeverRisesAndAPackingThatNeverShrinks() {
    var served = new ArrayList<Long>();
    var bounds = new ArrayList<Long>();

    CyclePacker.cover(
        Digraphs.random(90, 0.05, 4),
        4,
        Solvers.best(),
        new Effort(5_000, Long.MAX_VALUE, () -> false),
        new SplittableRandom(1),
        (phase, now, bound) -> {
          served.add(now);
          bounds.add(bound);
        });

    assertThat(served).isSorted();
    assertThat(bounds).isSortedAccordingTo(Collections.reverseOrder());
    assertThat(bounds).hasSizeGreaterThanOrEqualTo(2);
  }

  static Cover cover(Digraph graph, int lengthMax, Solvers solvers, long steps) {
    return CyclePacker.cover(
        graph,
        lengthMax,
        solvers,
        new Effort(steps, Long.MAX_VALUE, () -> false),
        new SplittableRandom(1),
        (phase, served, bound) -> {});
  }

  static long bestByEnumeration(Digraph graph, int lengthMax) {
    var lengths = new int[graph.vertices()];
    Arrays.fill(lengths, lengthMax);
    var columns =
        CycleSearch.find(graph, lengths, lengthMax, 1_000_000, (a, l) -> true, () -> false)
            .cycles()
            .stream()
            .map(arrows -> IntStream.of(arrows).map(graph::tail).toArray())
            .toList();
    if (columns.isEmpty()) {
      return 0;
    }
    var whole = Solvers.plainJava().whole(graph.vertices(), columns, 1, 1_000_000, () -> false);
    assertThat(whole.settled()).isTrue();
    return whole.taken().stream().mapToLong(column -> columns.get(column).length).sum();
  }

  static void assertSound(Digraph graph, Cover cover, int lengthMax) {
    for (var cycle : cover.cycles()) {
      PricingTest.assertIsCycle(
          graph, cycle.stream().mapToInt(Integer::intValue).toArray(), lengthMax);
    }
    assertThat(cover.cycles().stream().flatMap(List::stream)).doesNotHaveDuplicates();
    assertThat(cover.cycles().stream().mapToLong(List::size).sum()).isEqualTo(cover.served());
    assertThat(cover.bound()).isGreaterThanOrEqualTo(cover.served());
  }
}
