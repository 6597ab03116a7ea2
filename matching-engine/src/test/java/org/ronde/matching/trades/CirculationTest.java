package org.ronde.matching.trades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ronde.matching.WantLists;
import org.ronde.matching.solvers.Solvers;

/** What is as cheap as the cheapest, by trying every assignment. */
class CirculationTest {
  static IntStream seeds() {
    return IntStream.rangeClosed(1, 30);
  }

  private final List<int[]> ways = new ArrayList<>();

  private static WantList list(int seed) {
    return WantLists.random(6, seed % 3, 4, 0.3 + 0.05 * (seed % 4), true, 0, seed);
  }

  private static Circulation.Cost cost(TradeGraph graph, int stay) {
    return (item, want) ->
        want == Circulation.STAY ? (graph.isDummy(item) ? 0 : stay) : graph.cost(want);
  }

  /** Every assignment, by columns. */
  private List<int[]> ways(WantList list) {
    ways.clear();
    tryFrom(list, 0, new int[list.items().size()], new HashSet<>());
    return ways;
  }

  private void tryFrom(WantList list, int row, int[] taken, Set<Integer> given) {
    if (row == taken.length) {
      ways.add(taken.clone());
      return;
    }
    var columns = new ArrayList<>(List.of(row));
    list.items().get(row).wants().forEach(want -> columns.add(want.item()));
    for (int column : columns) {
      if (given.add(column)) {
        taken[row] = column;
        tryFrom(list, row + 1, taken, given);
        given.remove(column);
      }
    }
  }

  /** Item and what it takes, of all these ways. */
  private static Set<List<Integer>> pairs(List<int[]> ways) {
    var pairs = new HashSet<List<Integer>>();
    for (int[] way : ways) {
      for (int row = 0; row < way.length; row++) {
        pairs.add(List.of(row, way[row]));
      }
    }
    return pairs;
  }

  private static Set<List<Integer>> pairs(Circulation circulation) {
    var pairs = new HashSet<List<Integer>>();
    for (int row = 0; row < circulation.rows(); row++) {
      for (int arc = circulation.first(row); arc < circulation.end(row); arc++) {
        pairs.add(List.of(row, circulation.column(arc)));
      }
    }
    return pairs;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void keepsWhatSomeCheapestAssignmentUsesAndNothingElse(int seed) {
    var list = list(seed);
    var graph = TradeGraph.of(list);
    var cost = cost(graph, 1 + seed % 9);
    var all = Circulation.of(graph);
    var ways = ways(list);
    long least = ways.stream().mapToLong(way -> all.cost(way, cost)).min().orElseThrow();
    var cheapest = ways.stream().filter(way -> all.cost(way, cost) == least).toList();

    assertThat(pairs(all)).isEqualTo(pairs(ways));
    for (int[] way : cheapest) {
      assertThat(pairs(all.asCheapAs(way, cost))).isEqualTo(pairs(cheapest));
    }
    int[] found = all.cheapest(cost, Solvers.plainJava(), () -> false);
    assertThat(cheapest).anyMatch(way -> Arrays.equals(way, found));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void knowsWhichItemsCanGoAndStay(int seed) {
    var list = list(seed);
    var graph = TradeGraph.of(list);
    var cost = cost(graph, 1_000);
    var all = Circulation.of(graph);
    var found = all.cheapest(cost, Solvers.plainJava(), () -> false);
    var some = all.asCheapAs(found, cost);
    var pairs = pairs(some);

    for (int item = 0; item < graph.items(); item++) {
      int own = item;
      boolean stays = pairs.contains(List.of(own, own));
      boolean goes = pairs.stream().anyMatch(pair -> pair.get(0) == own && pair.get(1) != own);
      assertThat(some.canStay(item)).isEqualTo(stays);
      assertThat(some.canGo(item)).isEqualTo(goes);
      assertThat(some.isOpen(item)).isEqualTo(stays && goes);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void refusesAnAssignmentThatIsNoneOfTheCheapest(int seed) {
    var list = list(seed);
    var graph = TradeGraph.of(list);
    var cost = cost(graph, 1_000);
    var all = Circulation.of(graph);
    var ways = ways(list);
    long least = ways.stream().mapToLong(way -> all.cost(way, cost)).min().orElseThrow();

    for (int[] way : ways) {
      if (all.cost(way, cost) > least) {
        assertThatIllegalStateException().isThrownBy(() -> all.asCheapAs(way, cost));
      }
    }
  }
}
