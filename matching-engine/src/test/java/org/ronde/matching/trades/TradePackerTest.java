package org.ronde.matching.trades;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.matching.Digraphs;
import org.ronde.matching.WantLists;
import org.ronde.matching.packing.Effort;
import org.ronde.matching.solvers.Solvers;

class TradePackerTest {
  private static Trades pack(WantList list, Solvers solvers) {
    return TradePacker.pack(
        TradeGraph.of(list),
        solvers,
        new Effort(5_000, Long.MAX_VALUE, () -> false),
        (phase, trades, tradesMax) -> {});
  }

  private static WantList.Item item(String name, String user, int... wants) {
    var wanted = new ArrayList<WantList.Wanted>();
    for (int want : wants) {
      wanted.add(new WantList.Wanted(want, wanted.size() + 1L));
    }
    return new WantList.Item(name, user, name.startsWith("%"), wanted);
  }

  @Test
  void findsTheTradesOfTradeMaximizersExample() {
    var list =
        new WantList(
            List.of(
                item("1", "alice", 2, 1, 5),
                item("2", "betty", 0, 5, 3, 2),
                item("3", "craig", 5, 1),
                item("4", "david", 1),
                item("5", "ethan", 0, 1, 2, 3, 5),
                item("6", "fiona", 0, 1)),
            false,
            0);

    var trades = pack(list, Solvers.best());

    assertThat(trades.cycles()).containsExactly(List.of(0, 2, 5), List.of(1, 3));
    assertThat(trades.trades()).isEqualTo(5);
    assertThat(trades.users()).isEqualTo(5);
    assertThat(trades.proved()).isTrue();
  }

  @Test
  void aDummyGetsOneOfItsWantsAndIsNoTrade() {
    var list =
        new WantList(
            List.of(
                item("low", "fan", 2),
                item("disraeli", "fan", 2),
                item("%pink", "fan", 3, 4),
                item("dark", "shop", 0, 1),
                item("dark again", "shop", 0, 1)),
            false,
            0);

    var trades = pack(list, Solvers.best());

    assertThat(trades.trades()).isEqualTo(2);
    assertThat(trades.cycles())
        .singleElement()
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(3);
    assertThat(TradeChecker.check(list, trades)).isEmpty();
  }

  @Test
  void prefersWhatItsOwnerSetFirstAmongEquallyManyTrades() {
    var list =
        new WantList(List.of(item("a", "u", 1, 2), item("b", "v", 0), item("c", "w", 0)), true, 0);

    assertThat(pack(list, Solvers.best()).cycles()).containsExactly(List.of(0, 1));
  }

  @Test
  void servesTheUserWhoHasNothingYet() {
    var list =
        new WantList(
            List.of(
                item("a", "both", 1),
                item("b", "x", 0),
                item("c", "both", 3),
                item("d", "y", 2, 4),
                item("e", "new", 3)),
            false,
            0);

    var trades = pack(list, Solvers.best());

    assertThat(trades.trades()).isEqualTo(4);
    assertThat(trades.users()).isEqualTo(4);
    assertThat(trades.usersMax()).isEqualTo(4);
  }

  @Test
  void tradesNothingWhereNothingGoesRound() {
    var trades =
        pack(new WantList(List.of(item("a", "u", 1), item("b", "v")), false, 0), Solvers.best());

    assertThat(trades.cycles()).isEmpty();
    assertThat(trades.tradesMax()).isZero();
    assertThat(trades.proved()).isTrue();
  }

  @Test
  void endsWithoutTradesWhenToldAtOnce() {
    var list = WantLists.random(20, 5, 6, 0.3, true, 0, 1);

    var trades =
        TradePacker.pack(
            TradeGraph.of(list),
            Solvers.plainJava(),
            new Effort(100, Long.MAX_VALUE, () -> true),
            (phase, count, most) -> {});

    assertThat(trades.proved()).isFalse();
    assertThat(trades.trades()).isZero();
    assertThat(trades.tradesMax()).isPositive();
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 60);
  }

  /** Small enough to try every way. */
  private static WantList small(long seed) {
    return WantLists.random(
        6, (int) (seed % 3), 4, 0.35, seed % 2 == 0, seed % 5 == 0 ? 4 : 0, seed);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void isAsGoodAsTheBestOfAllWays(long seed) {
    var list = small(seed);
    var best = new Ways(list).best();

    for (var solvers : List.of(Solvers.best(), Solvers.plainJava())) {
      var trades = pack(list, solvers);

      assertThat(TradeChecker.check(list, trades)).isEmpty();
      assertThat(trades.proved()).isTrue();
      assertThat(List.of((long) trades.users(), (long) trades.usersMax()))
          .containsOnly(best.users());
      if (list.stayCost() > 0) {
        assertThat(trades.cost() - trades.trades() * list.stayCost()).isEqualTo(best.cost());
      } else {
        assertThat((long) trades.trades()).isEqualTo(best.trades());
        assertThat(trades.tradesMax()).isEqualTo(trades.trades());
        assertThat(list.ranked() ? trades.cost() : best.cost()).isEqualTo(best.cost());
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void isAsGoodInWhateverOrderTheListStandsAndWhoeverSolvesIt(long seed) {
    var list = WantLists.random(60, 20, 15, 0.06, seed % 2 == 0, 0, seed);
    var other = WantLists.reordered(list, WantLists.shuffled(80, seed));

    var one = pack(list, Solvers.best());

    assertThat(TradeChecker.check(list, one)).isEmpty();
    for (var again : List.of(pack(other, Solvers.best()), pack(list, Solvers.plainJava()))) {
      assertThat(again.trades()).isEqualTo(one.trades());
      assertThat(list.ranked() ? again.cost() : one.cost()).isEqualTo(one.cost());
      assertThat(again.users()).isEqualTo(one.users());
      assertThat(one.usersMax()).isEqualTo(one.users());
    }
    assertThat(TradeChecker.check(other, pack(other, Solvers.best()))).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void neverTradesLessWhenPeopleWantMore(long seed) {
    var list = WantLists.random(40, 10, 20, 0.08, false, 0, seed);

    var fewer = pack(WantLists.thinned(list, seed), Solvers.best());

    assertThat(fewer.trades()).isLessThanOrEqualTo(pack(list, Solvers.best()).trades());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void coversAGraphAsFarAsCyclesCan(long seed) {
    var graph = Digraphs.random(40, 0.04, seed);
    var names = WantLists.shuffled(40, seed);
    var effort = new Effort(100, Long.MAX_VALUE, () -> false);

    var cover = TradePacker.pack(TradeGraph.of(graph), Solvers.best(), effort, (p, t, m) -> {});
    var plain =
        TradePacker.pack(TradeGraph.of(graph), Solvers.plainJava(), effort, (p, t, m) -> {});
    var relabelled =
        TradePacker.pack(
            TradeGraph.of(Digraphs.relabelled(graph, names)),
            Solvers.best(),
            effort,
            (p, t, m) -> {});

    assertThat(plain.trades()).isEqualTo(cover.trades());
    assertThat(relabelled.trades()).isEqualTo(cover.trades());
    assertThat(cover.users()).isEqualTo(cover.trades());
    assertThat(cover.cycles().stream().flatMap(List::stream)).doesNotHaveDuplicates();
  }
}
