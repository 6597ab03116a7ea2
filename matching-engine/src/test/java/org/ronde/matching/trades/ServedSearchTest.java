package org.ronde.matching.trades;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ronde.matching.packing.Effort;
import org.ronde.matching.solvers.Solvers;

/** Who can be served among equally many trades, by trying every assignment. */
class ServedSearchTest {
  static IntStream seeds() {
    return IntStream.rangeClosed(1, 24);
  }

  private static Effort effort(long nodes) {
    return new Effort(nodes, Long.MAX_VALUE, () -> false);
  }

  /** Users, and all assignments with as many trades as there can be. */
  private static final class Tried {
    private final Users users;
    private final List<int[]> ways = new ArrayList<>();

    Tried(List<WantList.Item> items) {
      var graph = TradeGraph.of(new WantList(items, false, 0));
      Circulation.Cost idle = (item, want) -> want == Circulation.STAY ? 1 : 0;
      var all = Circulation.of(graph);
      var taken = all.cheapest(idle, Solvers.plainJava(), () -> false);
      users = new Users(graph, all.asCheapAs(taken, idle));
      tryFrom(0, new int[graph.items()], new boolean[graph.items()]);
    }

    private void tryFrom(int row, int[] taken, boolean[] given) {
      if (row == taken.length) {
        ways.add(taken.clone());
        return;
      }
      var circulation = users.circulation();
      for (int arc = circulation.first(row); arc < circulation.end(row); arc++) {
        int column = circulation.column(arc);
        if (!given[column]) {
          given[column] = true;
          taken[row] = column;
          tryFrom(row + 1, taken, given);
          given[column] = false;
        }
      }
    }

    int most() {
      return ways.stream().mapToInt(users::served).max().orElseThrow();
    }

    int[] fewest() {
      return ways.stream().min(Comparator.comparingInt(users::served)).orElseThrow();
    }

    void assertIsWay(int[] taken) {
      assertThat(ways).anyMatch(way -> Arrays.equals(way, taken));
    }
  }

  /** Some items each, a few of which anybody would take: some of them stay. */
  private static List<WantList.Item> tangled(int seed) {
    var chance = new SplittableRandom(seed);
    int users = 4 + seed % 5;
    var items = new ArrayList<WantList.Item>();
    for (int item = 0; item < 12; item++) {
      int own = item;
      var wants = chance.ints(0, 12).filter(other -> other != own).distinct().limit(2);
      items.add(item("user" + chance.nextInt(users), wants.toArray()));
    }
    return items;
  }

  /** Hubs that go round one of several ways each, of which none is best for everybody. */
  private static List<WantList.Item> hubs(int seed) {
    var chance = new SplittableRandom(seed);
    int hubs = 3 + seed % 2;
    int ways = 2 + seed % 2;
    int length = 2 + seed % 3;
    int users = hubs * length + seed % 4 - 2;
    var items = new ArrayList<WantList.Item>();
    for (int hub = 0; hub < hubs; hub++) {
      int first = items.size() + 1;
      items.add(
          item("hub" + hub, IntStream.range(0, ways).map(way -> first + way * length).toArray()));
      for (int leg = 0; leg < ways * length; leg++) {
        boolean last = leg % length == length - 1;
        items.add(item("user" + chance.nextInt(users), last ? first - 1 : first + leg + 1));
      }
    }
    return items;
  }

  private static WantList.Item item(String user, int... wants) {
    var wanted = Arrays.stream(wants).mapToObj(want -> new WantList.Wanted(want, 1)).toList();
    return new WantList.Item("an item of " + user, user, false, wanted);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void servesAsManyAsAnyWayDoesAndProvesIt(int seed) {
    for (var items : List.of(tangled(seed), hubs(seed))) {
      var tried = new Tried(items);

      var found =
          ServedSearch.most(
              tried.users,
              tried.users.count(),
              tried.fewest(),
              Solvers.plainJava(),
              effort(100_000));

      tried.assertIsWay(found.taken());
      assertThat(tried.users.served(found.taken())).isEqualTo(tried.most());
      assertThat(found.served()).isEqualTo(tried.most());
      assertThat(found.servedMax()).isEqualTo(tried.most());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theMostItTellsHoldsHoweverEarlyItEnds(int seed) {
    var tried = new Tried(hubs(seed));
    for (long nodes : new long[] {0, 1, 3, 10, 30, 61, 70, 100, 200}) {
      var found =
          ServedSearch.most(
              tried.users, tried.users.count(), tried.fewest(), Solvers.plainJava(), effort(nodes));

      tried.assertIsWay(found.taken());
      assertThat(found.served()).isEqualTo(tried.users.served(found.taken()));
      assertThat(found.served()).isBetween(tried.users.served(tried.fewest()), tried.most());
      assertThat(found.servedMax()).isBetween(tried.most(), tried.users.count());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whoIsInvitedTakesNobodysPlace(int seed) {
    for (var items : List.of(tangled(seed), hubs(seed))) {
      var tried = new Tried(items);
      for (int[] way : tried.ways.subList(0, Math.min(40, tried.ways.size()))) {
        int[] before = tried.users.traded(way);

        int[] invited = Invitations.accepted(tried.users, way);

        tried.assertIsWay(invited);
        int[] after = tried.users.traded(invited);
        for (int user = 0; user < before.length; user++) {
          assertThat(after[user] > 0 || before[user] == 0).isTrue();
        }
      }
    }
  }

  /** Not always: a way that lets somebody's last item go before their next comes is not taken. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void invitationsServeMoreHereAndThere(int seed) {
    var tried = new Tried(hubs(seed));
    int served = 0;
    for (int[] way : tried.ways) {
      served += tried.users.served(Invitations.accepted(tried.users, way));
      served -= tried.users.served(way);
    }

    assertThat(served).isPositive();
  }
}
