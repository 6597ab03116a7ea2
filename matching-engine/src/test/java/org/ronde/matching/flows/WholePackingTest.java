package org.ronde.matching.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.matching.Limits;
import org.ronde.matching.Markets;
import org.ronde.matching.Need;
import org.ronde.matching.Offer;
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
    int taken = 0;
    for (int move = 0; move < 60; move++) {
      int mark = packing.mark();
      var before = packing.candidates();
      for (int take = 0; take < 30; take++) {
        int column = chance.nextInt(columns.count());
        boolean had = packing.isTaken(column);
        int size = packing.size();
        boolean took = packing.take(column, Long.MAX_VALUE, 1);
        assertThat(packing.isTaken(column)).isEqualTo(had || took);
        assertThat(took && had).isFalse();
        assertThat(packing.size()).isEqualTo(took ? size + 1 : size);
        taken += took ? 1 : 0;
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
    assertThat(taken).isGreaterThan(40);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void knowsWhatIsOpenAndWhatIsLeft(int seed) {
    var graph = MarketGraph.of(Remembered.drawn(Markets.generated(30, 6, 3, seed), seed));
    var network = new Network(graph);
    var columns = new Columns(network);
    Rings.of(graph, 3).forEach(columns::add);
    var packing = new WholePacking(graph, network, columns, new double[network.rows]);
    var chance = new SplittableRandom(seed);

    for (int turn = 0; turn < 10; turn++) {
      for (int take = 0; take < 20; take++) {
        packing.take(chance.nextInt(columns.count()), 1 + chance.nextInt(20_000), 1);
      }
      var chosen = packing.candidates();
      packing.drop(chosen.get(chance.nextInt(chosen.size())).cycle());
      assertOpenAndLeft(graph, network, packing);
    }
  }

  private static void assertOpenAndLeft(MarketGraph graph, Network network, WholePacking packing) {
    var offerLeft = graph.offers().stream().mapToLong(Offer::quantity).toArray();
    var needLeft = graph.needs().stream().mapToLong(Need::quantity).toArray();
    var cyclesOf = new int[network.companies];
    var met = new HashSet<Integer>();
    for (var candidate : packing.candidates()) {
      for (var lot : candidate.lots()) {
        offerLeft[lot.arc().offer()] -= lot.quantity();
        needLeft[lot.arc().need()] -= lot.quantity();
        cyclesOf[lot.arc().giver()]++;
        met.add(network.rowOfNeed[lot.arc().need()]);
      }
    }
    for (int number = 0; number < network.arcs; number++) {
      var arc = graph.arcs().get(number);
      boolean takenUp =
          network.group[network.needRow[number]] && met.contains(network.needRow[number]);
      assertThat(packing.isOpen(number))
          .isEqualTo(
              cyclesOf[arc.receiver()] < graph.companies().get(arc.receiver()).openCyclesMax()
                  && Math.min(offerLeft[arc.offer()], needLeft[arc.need()]) >= arc.step()
                  && !takenUp);
    }
    for (int row = 0; row < network.rows; row++) {
      int need = row - offerLeft.length;
      double left =
          need < 0
              ? offerLeft[row] / (double) graph.offers().get(row).quantity()
              : needLeft[need] / (double) graph.needs().get(need).quantity();
      assertThat(packing.left(row)).isEqualTo(left);
    }
    for (int company = 0; company < network.companies; company++) {
      assertThat(packing.takenOf(company)).hasSize(cyclesOf[company]);
      assertThat(packing.isServed(company)).isEqualTo(cyclesOf[company] > 0);
    }
  }

  @Test
  void takesWholeStepsAndGivesThemBack() {
    var graph =
        MarketGraph.of(
            Markets.aMarket()
                .with(Markets.anOffer("wood").by("acme").of(10).worth(1))
                .with(Markets.aNeed("cake").by("acme").of(10).upTo(1))
                .with(Markets.anOffer("cake").by("bona").of(10).inStepsOf(7).worth(1))
                .with(Markets.aNeed("wood").by("bona").of(10).upTo(1))
                .told());
    var network = new Network(graph);
    var columns = new Columns(network);
    Rings.of(graph, 2).forEach(columns::add);
    var packing = new WholePacking(graph, network, columns, new double[network.rows]);

    assertThat(packing.take(0, Long.MAX_VALUE, 0)).isTrue();
    assertThat(packing.candidates().get(0).countedCentsPerLeg()).isEqualTo(700);
    assertThat(packing.drop(0).cycle()).isZero();
    assertThat(packing.candidates()).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> packing.drop(0));
  }
}
