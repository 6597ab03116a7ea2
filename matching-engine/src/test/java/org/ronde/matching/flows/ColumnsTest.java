package org.ronde.matching.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ronde.matching.Histories;
import org.ronde.matching.Markets;
import org.ronde.matching.graph.MarketGraph;

class ColumnsTest {
  /** More cycles than there is room for at first. */
  private final MarketGraph graph =
      MarketGraph.of(Histories.doubting(Markets.generated(40, 5, 3, 1), 40, 1));

  private final Network network = new Network(graph);
  private final List<int[]> rings = Rings.of(graph, 4).subList(0, 3_000);
  private final Columns columns = new Columns(network);

  private static int[] turned(int[] cycle, int by) {
    var turned = new int[cycle.length];
    for (int leg = 0; leg < cycle.length; leg++) {
      turned[leg] = cycle[(leg + by) % cycle.length];
    }
    return turned;
  }

  private static List<Integer> sorted(int[] cycle) {
    return Arrays.stream(cycle).sorted().boxed().toList();
  }

  private List<Integer> arcs(int column) {
    var arcs = new ArrayList<Integer>();
    for (int place = columns.start(column); place < columns.end(column); place++) {
      arcs.add(columns.arc(place));
    }
    return arcs;
  }

  @Test
  void holdsEachCycleOnceWhereverItBegins() {
    for (int i = 0; i < rings.size(); i++) {
      assertThat(columns.find(rings.get(i))).isEqualTo(-1);
      assertThat(columns.add(turned(rings.get(i), i % 4))).isTrue();
    }
    for (int i = 0; i < rings.size(); i++) {
      assertThat(columns.add(turned(rings.get(i), 1))).isFalse();
      assertThat(columns.find(turned(rings.get(i), 2))).isEqualTo(i);
    }

    assertThat(columns.count()).isEqualTo(rings.size());
    for (int column = 0; column < columns.count(); column++) {
      var ring = rings.get(column);
      assertThat(columns.length(column)).isEqualTo(ring.length);
      assertThat(arcs(column).get(0)).isEqualTo(Arrays.stream(ring).min().orElseThrow());
      assertThat(arcs(column).stream().sorted().toList()).isEqualTo(sorted(ring));
      assertThat(columns.find(arcs(column).stream().mapToInt(arc -> arc).toArray()))
          .isEqualTo(column);
    }
  }

  @Test
  void forgetsWhatIsNotKeptSoThatItMayComeAgain() {
    rings.forEach(columns::add);
    var kept = new boolean[rings.size()];
    for (int column = 0; column < kept.length; column++) {
      kept[column] = column % 3 == 1;
    }

    int[] was = columns.keep(kept);

    assertThat(was).hasSize(rings.size() / 3).hasSize(columns.count());
    for (int column = 0; column < was.length; column++) {
      assertThat(was[column]).isEqualTo(3 * column + 1);
      assertThat(columns.find(rings.get(was[column]))).isEqualTo(column);
      assertThat(arcs(column).stream().sorted().toList()).isEqualTo(sorted(rings.get(was[column])));
    }
    assertThat(columns.find(rings.get(0))).isEqualTo(-1);
    for (int ring = 0; ring < rings.size(); ring++) {
      assertThat(columns.add(rings.get(ring))).isEqualTo(!kept[ring]);
    }
    assertThat(columns.count()).isEqualTo(rings.size());
  }

  @Test
  void expectsOfACycleWhatItsChancesLetAndNoMoreThanItsListingsHold() {
    for (int column = 0; column < 300; column++) {
      var ring = rings.get(column * 10);
      columns.add(ring);

      double yes = 1;
      double widest = Double.POSITIVE_INFINITY;
      for (int number : ring) {
        var arc = graph.arcs().get(number);
        var offer = graph.offers().get(arc.offer());
        var need = graph.needs().get(arc.need());
        long offered = offer.quantity() - offer.quantity() % offer.quantityStep();
        long needed = need.quantity() - need.quantity() % need.quantityStep();
        yes *= graph.companies().get(arc.giver()).history().yesPercent() / 100.0;
        widest = Math.min(widest, Math.min(offered, needed) * (double) arc.referenceCents());
      }
      assertThat(columns.expected(column)).isCloseTo(ring.length * yes, within(1e-12));
      assertThat(columns.widest(column)).isCloseTo(widest, within(1e-6));
    }
  }
}
