package org.ronde.matching.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ronde.matching.Company;

class ExclusionsTest {
  private static Company company(String id, String... excluded) {
    return new Company(id, 6, 10, 0, 0, true, Set.of(excluded));
  }

  /** A closed walk through these companies in turn. */
  private static List<GraphArc> walk(int... companies) {
    return IntStream.range(0, companies.length)
        .mapToObj(
            i ->
                new GraphArc(
                    i, i, companies[i], companies[(i + 1) % companies.length], false, 1, 1, 1, 0))
        .toList();
  }

  private final Exclusions exclusions =
      new Exclusions(
          List.of(company("acme", "coco", "acme", "nobody"), company("bona"), company("coco")),
          Map.of("acme", 0, "bona", 1, "coco", 2));

  @Test
  void aWordFromEitherIsEnough() {
    assertThat(exclusions.between(0, 2)).isTrue();
    assertThat(exclusions.between(2, 0)).isTrue();
    assertThat(exclusions.between(0, 1)).isFalse();
    assertThat(exclusions.between(0, 0)).isFalse();
  }

  @Test
  void reachBeyondNeighbours() {
    var four =
        new Exclusions(
            List.of(company("acme"), company("bona"), company("coco", "acme"), company("dodo")),
            Map.of("acme", 0, "bona", 1, "coco", 2, "dodo", 3));

    assertThat(four.within(walk(0, 1, 2, 3))).isTrue();
    assertThat(four.within(walk(3, 0, 1, 2))).isTrue();
    assertThat(four.within(walk(0, 1, 3))).isFalse();
  }
}
