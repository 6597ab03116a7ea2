package org.ronde.matching.trades;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TradeCheckerTest {
  /** Ann's two, her dummy, Bob's, and one of nobody. */
  private final WantList list =
      new WantList(
          List.of(
              item("apple", "ann", want(3, 2), want(2, 1)),
              item("aster", "ann", want(0, 1), want(4, 5)),
              new WantList.Item("%any", "ann", true, List.of(want(3, 7), want(1, 7))),
              item("bread", "bob", want(0, 4), want(1, 3)),
              item("nail", null, want(1, 6), want(3, 1))),
          true,
          0);

  private static WantList.Wanted want(int item, long cost) {
    return new WantList.Wanted(item, cost);
  }

  private static WantList.Item item(String name, @Nullable String user, WantList.Wanted... wants) {
    return new WantList.Item(name, user, false, List.of(wants));
  }

  private List<String> check(
      List<List<Integer>> cycles, int trades, int tradesMax, long cost, int users, int usersMax) {
    return TradeChecker.check(
        list, new Trades(cycles, trades, tradesMax, cost, users, usersMax, true));
  }

  @Test
  void hasNothingToSayOfWhatEverybodyWants() {
    assertThat(check(List.of(List.of(0, 3), List.of(1, 4)), 4, 4, 2 + 4 + 5 + 6, 3, 3)).isEmpty();
    assertThat(check(List.of(List.of(0, 2, 3)), 2, 5, 1 + 4, 2, 4)).isEmpty();
    assertThat(check(List.of(), 0, 0, 0, 0, 0)).isEmpty();
  }

  @Test
  void countsForItself() {
    var swap = List.of(List.of(0, 3));

    assertThat(check(swap, 3, 3, 6, 2, 2)).containsExactly("3 trades are told, 2 counted");
    assertThat(check(swap, 2, 2, 5, 2, 2)).containsExactly("5 cost are told, 6 counted");
    assertThat(check(swap, 2, 2, 6, 1, 2)).containsExactly("1 users are told, 2 counted");
  }

  @Test
  void believesNoMoreThanThereCanBe() {
    var swap = List.of(List.of(0, 3));

    assertThat(check(swap, 2, 1, 6, 2, 2)).containsExactly("more was found than there can be");
    assertThat(check(swap, 2, 2, 6, 2, 1)).containsExactly("more was found than there can be");
  }

  @Test
  void seesWhatNobodyAskedFor() {
    assertThat(check(List.of(List.of(0, 4)), 0, 9, 0, 0, 9))
        .containsExactly("apple does not want nail", "nail does not want apple");
  }

  @Test
  void seesWhatIsUsedTwice() {
    assertThat(check(List.of(List.of(0, 3), List.of(1, 4, 3)), 5, 9, 2 + 4 + 5 + 1 + 3, 3, 9))
        .containsExactly("bread is used twice");
  }

  @Test
  void seesWhatComesBackToItsOwnUser() {
    assertThat(check(List.of(List.of(0, 2, 1)), 2, 9, 1 + 1, 1, 9))
        .containsExactly(
            "apple comes back to its own user as aster",
            "aster comes back to its own user as apple");
  }

  @Test
  void seesAnItemThatReturnsByDummiesAlone() {
    var alone =
        new WantList(
            List.of(
                item("apple", "ann", want(1, 2)),
                new WantList.Item("%any", "ann", true, List.of(want(0, 7)))),
            false,
            0);

    assertThat(TradeChecker.check(alone, new Trades(List.of(List.of(0, 1)), 1, 1, 2, 1, 1, true)))
        .containsExactly("apple comes back to its own user as apple");
  }
}
