package org.ronde.matching.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.matching.Markets;
import org.ronde.matching.Need;
import org.ronde.matching.graph.MarketGraph;

class NetworkTest {
  private static long wholeSteps(long quantity, long step) {
    return quantity / step * step;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void aRowHoldsWhatItCountsAtItsHighestReference(int seed) {
    var graph = MarketGraph.of(Markets.generated(15, 5, 3, seed));
    var network = new Network(graph);

    for (int arc = 0; arc < network.arcs; arc++) {
      var told = graph.arcs().get(arc);
      var offer = graph.offers().get(told.offer());
      var need = graph.needs().get(told.need());
      // A cent that flows takes the same part of the row as of the listing.
      double offered = wholeSteps(offer.quantity(), offer.quantityStep());
      double needed = wholeSteps(need.quantity(), need.quantityStep());
      assertThat(network.offerUse[arc] / network.worth[network.offerRow[arc]])
          .isCloseTo(1 / (offered * told.referenceCents()), within(1e-15));
      assertThat(network.needUse[arc] / network.worth[network.needRow[arc]])
          .isCloseTo(1 / (needed * told.referenceCents()), within(1e-15));
      assertThat(network.offerUse[arc]).isGreaterThanOrEqualTo(1);
      assertThat(network.needUse[arc]).isGreaterThanOrEqualTo(1);
      assertThat(network.widest(arc))
          .isCloseTo(Math.min(offered, needed) * told.referenceCents(), within(1e-6));
    }
    for (int row = 0; row < network.rows; row++) {
      var uses = IntStream.range(network.firstArc(row), network.endArc(row)).map(network::arcOfRow);
      double least = Double.POSITIVE_INFINITY;
      for (int arc : uses.toArray()) {
        boolean offers = network.offerRow[arc] == row;
        assertThat(offers || network.needRow[arc] == row).isTrue();
        least = Math.min(least, offers ? network.offerUse[arc] : network.needUse[arc]);
      }
      assertThat(least).isEqualTo(network.worth[row] > 0 ? 1 : Double.POSITIVE_INFINITY);
    }
    assertThat(network.endArc(network.rows - 1)).isEqualTo(2 * network.arcs);
    assertThat(network.flowMax()).isCloseTo(Arrays.stream(network.worth).sum() / 4, within(1e-3));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void needsOfAOneOfGroupShareARow(int seed) {
    var graph = MarketGraph.of(Markets.generated(15, 5, 3, seed));
    var network = new Network(graph);

    for (int one = 0; one < graph.needs().size(); one++) {
      for (int other = 0; other < graph.needs().size(); other++) {
        assertThat(network.rowOfNeed[one] == network.rowOfNeed[other])
            .isEqualTo(
                one == other || isOneGroup(graph.needs().get(one), graph.needs().get(other)));
      }
    }
    for (int arc = 0; arc < network.arcs; arc++) {
      var need = graph.needs().get(graph.arcs().get(arc).need());
      assertThat(network.group[network.needRow[arc]]).isEqualTo(need.oneOfGroup() != null);
    }
  }

  private static boolean isOneGroup(Need one, Need other) {
    return one.companyId().equals(other.companyId())
        && one.oneOfGroup() != null
        && one.oneOfGroup().equals(other.oneOfGroup());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3})
  void knowsEachArcFromBothEnds(int seed) {
    var graph = MarketGraph.of(Markets.generated(15, 5, 3, seed));
    var network = new Network(graph);

    for (int arc = 0; arc < network.arcs; arc++) {
      var told = graph.arcs().get(arc);
      int place = network.placeIn[arc];
      assertThat(network.tail(arc)).isEqualTo(told.giver());
      assertThat(network.head[arc]).isEqualTo(told.receiver());
      assertThat(network.arcIn[place]).isEqualTo(arc);
      assertThat(network.arcOf(told.offer(), told.need())).isEqualTo(arc);
      assertThat(arc)
          .isBetween(network.firstOut[told.giver()], network.firstOut[told.giver() + 1] - 1);
      assertThat(place)
          .isBetween(network.firstIn[told.receiver()], network.firstIn[told.receiver() + 1] - 1);
    }
    int offer = graph.arcs().get(0).offer();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.arcOf(offer, graph.needs().size()))
        .withMessageContaining("no arc from offer " + offer);
  }
}
