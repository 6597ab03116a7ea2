package org.ronde.matching.trades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronde.matching.graph.Digraph;

class WantListTest {
  private static WantList.Item item(String name, @Nullable String user, int... wants) {
    var wanted = Arrays.stream(wants).mapToObj(want -> new WantList.Wanted(want, 1)).toList();
    return new WantList.Item(name, user, name.startsWith("%"), wanted);
  }

  private static void assertRefused(String complaint, WantList.Item... items) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WantList(List.of(items), false, 0))
        .withMessage(complaint);
  }

  @Test
  void refusesWantsOfWhatIsNotThere() {
    assertRefused("there is no item 2", item("a", "ann", 1, 2), item("b", "bob"));
    assertRefused("there is no item -1", item("a", "ann", -1), item("b", "bob"));
  }

  @Test
  void refusesAWantOfItselfOrTwice() {
    assertRefused("a wants a once too often", item("a", "ann", 0), item("b", "bob"));
    assertRefused("a wants b once too often", item("a", "ann", 1, 1), item("b", "bob"));
    assertThat(
            new WantList(
                    List.of(item("a", "ann", 1), item("b", "bob"), item("c", "coe", 1)), true, 0)
                .items())
        .hasSize(3);
  }

  @Test
  void aDummyIsForItsUserAlone() {
    assertRefused("b wants %d, the dummy of somebody else", item("%d", "ann"), item("b", "bob", 0));
    assertRefused("b wants %d, the dummy of somebody else", item("%d", "ann"), item("b", null, 0));
    assertThat(new WantList(List.of(item("%d", "ann"), item("a", "ann", 0)), true, 0).ranked())
        .isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> item("%d", null))
        .withMessage("the dummy %d has no user");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, WantList.COST_MAX + 1})
  void refusesCostsOfWantsBeyondTheirRange(long cost) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WantList.Wanted(0, cost))
        .withMessage("the cost %d is below 1 or too high", cost);
  }

  @Test
  void takesCostsUpToTheEndsOfTheirRange() {
    assertThat(new WantList.Wanted(0, 1).cost()).isEqualTo(1);
    assertThat(new WantList.Wanted(0, WantList.COST_MAX).cost()).isEqualTo(WantList.COST_MAX);
    assertThat(new WantList(List.of(), false, WantList.COST_MAX).items()).isEmpty();
    for (long cost : new long[] {-1, WantList.COST_MAX + 1}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new WantList(List.of(), false, cost))
          .withMessage("stayCost is %d", cost);
    }
  }

  @Test
  void asAGraphItKnowsWhoseEachItemIs() {
    var graph =
        TradeGraph.of(
            new WantList(
                List.of(
                    item("a", "ann", 1),
                    item("%d", "ann", 3),
                    item("n", null),
                    item("b", "bob", 0),
                    item("m", null),
                    item("c", "ann")),
                true,
                7));

    assertThat(graph.items()).isEqualTo(6);
    assertThat(graph.realItems()).isEqualTo(5);
    assertThat(graph.wants()).isEqualTo(3);
    assertThat(graph.stayCost()).isEqualTo(7);
    assertThat(graph.isRanked()).isTrue();
    assertThat(graph.user(0)).isEqualTo(graph.user(1)).isEqualTo(graph.user(5));
    assertThat(List.of(graph.user(0), graph.user(2), graph.user(3), graph.user(4)))
        .doesNotHaveDuplicates();
  }

  @Test
  void ofAGraphEachVertexIsItsOwnUser() {
    var graph = TradeGraph.of(Digraph.of(3, new int[] {0, 1, 1}, new int[] {1, 0, 2}));

    assertThat(graph.realItems()).isEqualTo(3);
    assertThat(List.of(graph.user(0), graph.user(1), graph.user(2))).doesNotHaveDuplicates();
    assertThat(List.of(graph.first(1), graph.end(1), graph.end(2))).containsExactly(1, 3, 3);
    assertThat(graph.wanted(2)).isEqualTo(2);
  }
}
