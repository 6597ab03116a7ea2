package org.ronde.matching.cycles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.matching.graph.Digraph;

class CycleSearchTest {
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void findsWhatTryingEverythingFinds(int seed) {
    var graph = byChance(9, 0.35, seed);

    for (int length = 2; length <= 5; length++) {
      var found = find(graph, length, 1_000_000);

      assertThat(found.whole()).isTrue();
      assertThat(found.cycles()).doesNotHaveDuplicates();
      assertThat(vertices(graph, found)).isEqualTo(byTryingEverything(graph, length));
    }
  }

  @Test
  void countsParallelArrowsAsDifferentCycles() {
    var graph =
        new Digraph(
            2, List.of(new Digraph.Arrow(0, 1), new Digraph.Arrow(0, 1), new Digraph.Arrow(1, 0)));

    assertThat(find(graph, 2, 10).cycles()).hasSize(2);
  }

  @Test
  void respectsTheLongestCycleOfEachVertex() {
    var graph = byChance(8, 0.5, 1);
    var lengths = new int[] {2, 2, 2, 2, 5, 5, 5, 5};

    var found = CycleSearch.find(graph, lengths, 5, 100_000, (arrows, length) -> true, () -> false);

    var accepted = new HashSet<>(byTryingEverything(graph, 5));
    accepted.removeIf(cycle -> cycle.stream().anyMatch(vertex -> lengths[vertex] < cycle.size()));
    assertThat(found.whole()).isTrue();
    assertThat(vertices(graph, found)).isEqualTo(accepted);
  }

  @Test
  void sharesTheAllowanceAmongVerticesAndSaysWhatItLeftOut() {
    var graph = byChance(30, 0.5, 3);

    var found = find(graph, 4, 200);

    assertThat(found.whole()).isFalse();
    assertThat(found.cycles()).hasSizeBetween(180, 200);
    var smallest = new HashSet<Integer>();
    found.cycles().forEach(cycle -> smallest.add(graph.tail(cycle[0])));
    assertThat(smallest.size()).isGreaterThan(20);

    smallest.clear();
    find(graph, 4, 60).cycles().forEach(cycle -> smallest.add(graph.tail(cycle[0])));
    assertThat(smallest.size()).isGreaterThan(20);
  }

  @Test
  void isWholeWhenJustAsManyAsThereAreMayBeKept() {
    var graph = byChance(9, 0.35, 2);
    int all = byTryingEverything(graph, 4).size();

    assertThat(find(graph, 4, all).whole()).isTrue();
    assertThat(find(graph, 4, all).cycles()).hasSize(all);
    assertThat(find(graph, 4, all - 1).whole()).isFalse();
    assertThat(find(graph, 4, all - 1).cycles()).hasSizeLessThan(all);
  }

  @Test
  void isNotWholeWhenItsWorkIsSpentOnWhatIsNotKept() {
    var graph = byChance(40, 0.5, 3);
    var looked = new AtomicLong();

    var found =
        CycleSearch.find(
            graph,
            lengths(graph, 5),
            5,
            1,
            (arrows, length) -> looked.incrementAndGet() < 0,
            () -> false);

    assertThat(found.whole()).isFalse();
    assertThat(found.cycles()).isEmpty();
    assertThat(looked.get()).isBetween(100L, 20_000L);
  }

  @Test
  void stopsWhenTold() {
    var graph = byChance(30, 0.5, 3);

    var found =
        CycleSearch.find(
            graph, lengths(graph, 4), 4, 100_000, (arrows, length) -> true, () -> true);

    assertThat(found.whole()).isFalse();
    assertThat(found.cycles()).isEmpty();
  }

  private static CycleSearch.Found find(Digraph graph, int length, int max) {
    return CycleSearch.find(
        graph, lengths(graph, length), length, max, (arrows, each) -> true, () -> false);
  }

  private static int[] lengths(Digraph graph, int length) {
    var lengths = new int[graph.vertices()];
    Arrays.fill(lengths, length);
    return lengths;
  }

  private static Set<List<Integer>> vertices(Digraph graph, CycleSearch.Found found) {
    var all = new HashSet<List<Integer>>();
    for (int[] cycle : found.cycles()) {
      all.add(Arrays.stream(cycle).map(graph::tail).boxed().toList());
    }
    return all;
  }

  private static Set<List<Integer>> byTryingEverything(Digraph graph, int lengthMax) {
    var arrows = new HashSet<List<Integer>>();
    for (int arrow = 0; arrow < graph.arrows(); arrow++) {
      arrows.add(List.of(graph.tail(arrow), graph.head(arrow)));
    }
    var all = new HashSet<List<Integer>>();
    for (int first = 0; first < graph.vertices(); first++) {
      extend(List.of(first), lengthMax, graph.vertices(), arrows, all);
    }
    return all;
  }

  private static void extend(
      List<Integer> path,
      int lengthMax,
      int vertices,
      Set<List<Integer>> arrows,
      Set<List<Integer>> all) {
    int first = path.get(0);
    int last = path.get(path.size() - 1);
    if (path.size() > 1 && arrows.contains(List.of(last, first))) {
      all.add(path);
    }
    for (int next = first + 1; path.size() < lengthMax && next < vertices; next++) {
      if (!path.contains(next) && arrows.contains(List.of(last, next))) {
        var longer = new ArrayList<>(path);
        longer.add(next);
        extend(longer, lengthMax, vertices, arrows, all);
      }
    }
  }

  private static Digraph byChance(int vertices, double density, int seed) {
    var chance = new SplittableRandom(seed);
    var arrows = new ArrayList<Digraph.Arrow>();
    for (int tail = 0; tail < vertices; tail++) {
      for (int head = 0; head < vertices; head++) {
        if (tail != head && chance.nextDouble() < density) {
          arrows.add(new Digraph.Arrow(tail, head));
        }
      }
    }
    arrows.sort(Comparator.comparingInt(Digraph.Arrow::tail).thenComparingInt(Digraph.Arrow::head));
    return new Digraph(vertices, arrows);
  }
}
