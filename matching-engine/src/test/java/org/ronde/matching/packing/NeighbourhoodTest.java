package org.ronde.matching.packing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.matching.Limits;
import org.ronde.matching.Markets;
import org.ronde.matching.Remembered;
import org.ronde.matching.cycles.Candidates;
import org.ronde.matching.graph.MarketGraph;

/** Parts of the packings of generated markets; the seed in a test's name tells the market. */
class NeighbourhoodTest {
  private static Effort enough() {
    return new Effort(10_000, Long.MAX_VALUE, () -> false);
  }

  private static PackingProblem problem(int seed) {
    var graph = MarketGraph.of(Remembered.drawn(Markets.generated(14, 5, 2, seed), seed));
    return MarketProblem.of(graph, Candidates.find(graph, Limits.standard(), () -> false).list());
  }

  private static List<Integer> without(List<Integer> columns, List<Integer> others) {
    return columns.stream().filter(column -> !others.contains(column)).toList();
  }

  private static List<Integer> together(List<Integer> columns, List<Integer> others) {
    return Stream.concat(columns.stream(), others.stream()).sorted().toList();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void aRepairFitsBesideWhatStaysAndIsNeverWorse(int seed) {
    var problem = problem(seed);
    var chance = new SplittableRandom(seed);
    var packing = GreedyPacker.pack(problem);

    for (int draw = 0; draw < 30; draw++) {
      var drawn = Neighbourhood.draw(problem, packing, 1 + draw % 5, chance);
      var repaired =
          together(
              without(packing, drawn.freed()), drawn.repair(new Effort(3, 5_000, () -> false)));

      assertThat(packing).containsAll(drawn.freed());
      assertThat(problem.gain(repaired)).isGreaterThanOrEqualTo(problem.gain(packing));
      packing = repaired;
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void allOfItRepairedIsTheBestPacking(int seed) {
    var problem = problem(seed);
    var packing = GreedyPacker.pack(problem);
    var best = ExactPacker.pack(problem, packing, enough());

    var chance = new SplittableRandom(seed);
    for (int draw = 0; draw < 40; draw++) {
      var drawn = Neighbourhood.draw(problem, packing, 1_000, chance);
      packing = together(without(packing, drawn.freed()), drawn.repair(enough()));
    }

    assertThat(best.proved()).isTrue();
    assertThat(problem.gain(packing)).isEqualTo(best.gain());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatIsLeftGainsWhatTheWholeGainsMore(int seed) {
    var problem = problem(seed);
    var chance = new SplittableRandom(seed);
    var packing = GreedyPacker.pack(problem);
    var kept = new ArrayList<Integer>();
    var freed = new ArrayList<Integer>();
    packing.forEach(column -> (chance.nextBoolean() ? kept : freed).add(column));
    var used = new long[problem.rows().size()];
    kept.forEach(column -> problem.use(column, used));

    var rest = problem.beside(freed.stream().mapToInt(column -> column).toArray(), used);

    var all = List.copyOf(freed.stream().map(freed::indexOf).toList());
    assertThat(problem.gain(kept) + rest.gain(all)).isEqualTo(problem.gain(packing));
  }
}
