package org.ronde.matching.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.matching.Limits;
import org.ronde.matching.Markets;
import org.ronde.matching.Remembered;
import org.ronde.matching.ScoreRule;
import org.ronde.matching.cycles.Candidate;
import org.ronde.matching.graph.MarketGraph;
import org.ronde.matching.packing.PackingChecker;
import org.ronde.matching.packing.Scores;

class WholePackingTest {
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void isSoundAndKnowsItsScoreWhateverIsTakenAndDropped(int seed) {
    var market = Remembered.drawn(Markets.generated(30, 6, 3, seed), seed);
    var graph = MarketGraph.of(market);
    var network = new Network(graph);
    var relaxation = new FlowRelaxation(network, 4, () -> false);
    relaxation.run((percent, bound) -> {});
    var columns = relaxation.columns();
    var packing = new WholePacking(graph, network, columns, relaxation.program().prices());
    var chance = new SplittableRandom(seed);

    var best = List.<Candidate>of();
    for (int move = 0; move < 60; move++) {
      int mark = packing.mark();
      var before = packing.candidates();
      for (int take = 0; take < 30; take++) {
        packing.take(chance.nextInt(columns.count()), Long.MAX_VALUE, 1);
      }
      for (var each : new ArrayList<>(packing.candidates())) {
        if (chance.nextInt(4) == 0) {
          packing.drop(each.cycle());
        }
      }

      var chosen = packing.candidates();
      var card = Scores.card(graph, chosen);
      assertThat(packing.served()).isEqualTo(card.points(ScoreRule.Level.MEDIUM));
      assertThat(packing.soft()).isEqualTo(card.points(ScoreRule.Level.SOFT));
      assertThat(chosen).extracting(Candidate::cycle).doesNotHaveDuplicates();
      var cycles = chosen.stream().map(each -> each.toCycle(graph)).toList();
      assertThat(PackingChecker.faults(market, Limits.standard(), cycles)).isEmpty();

      if (chance.nextInt(3) == 0) {
        packing.backTo(mark);
        assertThat(packing.candidates()).isEqualTo(before);
      } else if (card.compareTo(Scores.card(graph, best)) > 0) {
        best = chosen;
      }
      packing.keepIfBest();
      assertThat(packing.best()).isEqualTo(best);
    }
  }
}
