package org.ronde.matching.packing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.matching.Histories;
import org.ronde.matching.Limits;
import org.ronde.matching.Markets;
import org.ronde.matching.Remembered;
import org.ronde.matching.ScoreCard;
import org.ronde.matching.cycles.Candidates;
import org.ronde.matching.graph.MarketGraph;

class MarketProblemTest {
  private record Choice(long gain, ScoreCard card) {}

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void theGreaterGainIsTheBetterScore(int seed) {
    var market = Remembered.drawn(Markets.generated(10 + seed, 6, 2, seed), seed);
    var graph = MarketGraph.of(Histories.doubting(market, 100 - 8 * seed, seed));
    var candidates = Candidates.find(graph, Limits.standard(), () -> false).list();
    var problem = MarketProblem.of(graph, candidates);
    var chance = new Random(seed);

    var choices = new ArrayList<Choice>();
    for (int draw = 0; draw < 40; draw++) {
      var taken = byChance(problem, chance);
      choices.add(
          new Choice(
              problem.gain(taken),
              Scores.card(graph, taken.stream().map(candidates::get).toList())));
    }

    for (var one : choices) {
      for (var other : choices) {
        assertThat(Long.signum(one.gain() - other.gain()))
            .isEqualTo(Integer.signum(one.card().compareTo(other.card())));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void whatFitsIsWhatTheCheckerFindsNoFaultWith(int seed) {
    var market = Remembered.drawn(Markets.generated(10 + seed, 6, 2, seed), seed);
    var graph = MarketGraph.of(market);
    var candidates = Candidates.find(graph, Limits.standard(), () -> false).list();
    var problem = MarketProblem.of(graph, candidates);
    var chance = new Random(seed);

    for (int draw = 0; draw < 3; draw++) {
      var taken = byChance(problem, chance);
      var used = new long[problem.rows().size()];
      taken.forEach(column -> problem.use(column, used));
      for (int column = 0; column < problem.columns(); column++) {
        if (!taken.contains(column)) {
          var all = new ArrayList<>(taken.stream().map(candidates::get).toList());
          int cycle = candidates.get(column).cycle();
          boolean twice = all.stream().anyMatch(candidate -> candidate.cycle() == cycle);
          all.add(candidates.get(column));
          var cycles = all.stream().map(candidate -> candidate.toCycle(graph)).toList();
          assertThat(problem.fits(column, used))
              .isEqualTo(
                  !twice && PackingChecker.faults(market, Limits.standard(), cycles).isEmpty());
        }
      }
    }
  }

  /** Companies' rows are soft; a cycle that nothing hard holds must not end the relaxation. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4})
  void aFewDozenColumnsAreProvedInFewNodes(int seed) {
    var market = Remembered.pastAlone(Markets.generated(60, 20, 2, seed), seed);
    var graph = MarketGraph.of(market);
    var candidates = Candidates.find(graph, Limits.standard(), () -> false).list();
    var effort = new Effort(100, Long.MAX_VALUE, () -> false);

    var exact = ExactPacker.pack(MarketProblem.of(graph, candidates), List.of(), effort);

    assertThat(candidates).hasSizeGreaterThan(25);
    assertThat(exact.proved()).isTrue();
  }

  /** Columns in an order by chance, each with a chance to be passed over. */
  private static List<Integer> byChance(PackingProblem problem, Random chance) {
    var order = new ArrayList<>(IntStream.range(0, problem.columns()).boxed().toList());
    Collections.shuffle(order, chance);
    var used = new long[problem.rows().size()];
    var taken = new ArrayList<Integer>();
    int most = 1 + chance.nextInt(problem.columns());
    for (int column : order) {
      if (taken.size() < most && problem.fits(column, used)) {
        problem.use(column, used);
        taken.add(column);
      }
    }
    return taken;
  }
}
