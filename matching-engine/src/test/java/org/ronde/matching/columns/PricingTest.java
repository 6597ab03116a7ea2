package org.ronde.matching.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronde.matching.Digraphs;
import org.ronde.matching.cycles.CycleSearch;
import org.ronde.matching.graph.Digraph;

class PricingTest {
  @ParameterizedTest
  @CsvSource({
    "2, 0.2", "2, 0.6", "3, 0.1", "3, 0.3", "3, 0.7", "4, 0.1", "4, 0.3", "4, 0.7", "5, 0.1",
    "6, 0.08"
  })
  void findsTheBestCycleOrThatThereIsNone(int lengthMax, double density) {
    for (long seed = 1; seed <= 6; seed++) {
      var graph = Digraphs.random(50, density, seed);
      var gains = gains(graph.vertices(), seed);
      var all = all(graph, lengthMax);
      double most =
          all.stream().mapToDouble(c -> gain(c, gains)).max().orElse(Double.NEGATIVE_INFINITY);

      for (var pricing : pricings(graph, lengthMax)) {
        var found = pricing.gaining(gains, 1e-9, 2);
        if (most > 0) {
          assertThat(pricing.most(gains)).isCloseTo(most, within(1e-9));
          assertThat(gain(found.get(0), gains)).isPositive();
          assertThat(pricing.gaining(gains, 1e-9, graph.vertices()))
              .anySatisfy(c -> assertThat(gain(c, gains)).isCloseTo(most, within(1e-9)));
        } else {
          assertThat(found).isEmpty();
          assertThat(pricing.most(gains)).isLessThanOrEqualTo(0);
        }
        assertThat(found)
            .allSatisfy(
                cycle -> {
                  assertThat(gain(cycle, gains)).isGreaterThan(1e-9);
                  assertIsCycle(graph, cycle, lengthMax);
                });
        assertThat(Arrays.stream(often(found, graph.vertices())).max().orElse(0))
            .isLessThanOrEqualTo(2);
      }
    }
  }

  @Test
  void finds4CyclesWhoseMiddlesAreTheSameBestVertex() {
    // 0 and 1 stand opposite; 2 is best between them both ways, so one way must take 3.
    var graph = Digraph.of(4, new int[] {0, 2, 1, 2, 1, 3}, new int[] {2, 1, 2, 0, 3, 0});
    var gains = new double[] {0.9, 0.8, 0.5, 0.4};

    var found = new BitPricing(graph, 4, 1).gaining(gains, 2, 9);

    assertThat(found).anySatisfy(cycle -> assertThat(cycle).hasSize(4));
  }

  @Test
  void leavesClosedVerticesAlone() {
    var graph = Digraphs.random(40, 0.4, 7);
    var gains = gains(40, 7);
    IntStream.range(0, 20).forEach(vertex -> gains[vertex] = Pricing.CLOSED);

    for (var pricing : pricings(graph, 4)) {
      assertThat(pricing.gaining(gains, 1e-9, 4))
          .isNotEmpty()
          .allSatisfy(cycle -> assertThat(cycle).doesNotContain(IntStream.range(0, 20).toArray()));
      assertThat(pricing.most(gains)).isGreaterThan(0);
    }
  }

  @Test
  void collectsAllCyclesNearAPrice() {
    for (long seed = 1; seed <= 20; seed++) {
      var graph = Digraphs.random(30, 0.2, seed);
      var gains = gains(30, seed);

      var near = new PrefixPricing(graph, 4).near(gains, -0.4, 1_000_000, 1_000_000_000);

      assertThat(near.whole()).isTrue();
      assertThat(near.cycles().stream().map(Arrays::toString))
          .containsExactlyInAnyOrderElementsOf(
              all(graph, 4).stream()
                  .filter(cycle -> gain(cycle, gains) >= -0.4)
                  .map(Arrays::toString)
                  .toList());
      assertThat(new PrefixPricing(graph, 4).near(gains, -0.4, 3, 1_000_000_000).whole()).isFalse();
    }
  }

  private static List<Pricing> pricings(Digraph graph, int lengthMax) {
    var general = new PrefixPricing(graph, lengthMax);
    return lengthMax > BitPricing.LENGTH_MAX
        ? List.of(general)
        : List.of(general, new BitPricing(graph, lengthMax, 2));
  }

  private static double[] gains(int vertices, long seed) {
    return new Random(seed).doubles(vertices, -1, 0.35).toArray();
  }

  private static List<int[]> all(Digraph graph, int lengthMax) {
    var lengths = new int[graph.vertices()];
    Arrays.fill(lengths, lengthMax);
    return CycleSearch.find(graph, lengths, lengthMax, 10_000_000, (a, l) -> true, () -> false)
        .cycles()
        .stream()
        .map(arrows -> IntStream.of(arrows).map(graph::tail).toArray())
        .toList();
  }

  private static double gain(int[] cycle, double[] gains) {
    return IntStream.of(cycle).mapToDouble(vertex -> gains[vertex]).sum();
  }

  private static int[] often(List<int[]> cycles, int vertices) {
    var often = new int[vertices];
    cycles.forEach(cycle -> IntStream.of(cycle).forEach(vertex -> often[vertex]++));
    return often;
  }

  static void assertIsCycle(Digraph graph, int[] cycle, int lengthMax) {
    assertThat(cycle.length).isBetween(2, lengthMax);
    assertThat(cycle).doesNotHaveDuplicates();
    for (int i = 0; i < cycle.length; i++) {
      int arrow = graph.firstOut(cycle[i], cycle[(i + 1) % cycle.length]);
      assertThat(arrow).isLessThan(graph.endOut(cycle[i]));
      assertThat(graph.head(arrow)).isEqualTo(cycle[(i + 1) % cycle.length]);
    }
  }
}
