package org.ronde.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ronde.matching.Pools.Kind;
import org.ronde.matching.graph.Digraph;

class PoolsTest {
  /** Densities of published pools of 1,024 pairs. */
  @ParameterizedTest
  @CsvSource({"SAIDMAN, 0.23", "SPARSE, 0.053", "HETEROGENEOUS, 0.25"})
  void areAsDenseAsPublishedOnes(Kind kind, double density) {
    var graph = Pools.of(kind, 1_000, 5);

    assertThat(graph.arrows() / 1e6).isBetween(0.85 * density, 1.15 * density);
  }

  @Test
  void haveHalfOfTheirPatientsHardToMatchWhenHeterogeneous() {
    var graph = Pools.of(Kind.HETEROGENEOUS, 400, 1).reversed();

    assertThat(IntStream.range(0, 200).map(patient -> donors(graph, patient)).min().orElseThrow())
        .isGreaterThan(150);
    assertThat(IntStream.range(200, 400).map(patient -> donors(graph, patient)).max().orElseThrow())
        .isLessThan(10);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void areTheSameForTheSameSeedOnly(Kind kind) {
    assertThat(heads(Pools.of(kind, 60, 7))).isEqualTo(heads(Pools.of(kind, 60, 7)));
    assertThat(heads(Pools.of(kind, 60, 7))).isNotEqualTo(heads(Pools.of(kind, 60, 8)));
  }

  private static int donors(Digraph reversed, int patient) {
    return reversed.endOut(patient) - reversed.firstOut(patient);
  }

  private static int[] heads(Digraph graph) {
    return IntStream.range(0, graph.arrows()).map(graph::head).toArray();
  }
}
