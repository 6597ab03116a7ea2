package org.ronde.matching.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ronde.matching.Digraphs;
import org.ronde.matching.graph.Digraph;
import org.ronde.matching.packing.Effort;
import org.ronde.matching.solvers.Solvers;

class MasterTest {
  /** Three swaps in a triangle, of which a packing takes one and shares one and a half. */
  private final Digraph triangle =
      Digraph.of(3, new int[] {0, 1, 1, 2, 2, 0}, new int[] {1, 0, 2, 1, 0, 2});

  private static Master master(Digraph graph, int lengthMax, long steps) {
    return new Master(
        graph.vertices(),
        Pricing.of(graph, lengthMax, 1),
        Solvers.best(),
        new Effort(steps, Long.MAX_VALUE, () -> false));
  }

  @Test
  void sharesWhatItCannotTakeWhole() {
    var relaxed = master(triangle, 2, 100).relax(new boolean[3], 9);

    assertThat(relaxed.gain()).isCloseTo(3, within(1e-6));
    assertThat(relaxed.shares()).hasSize(3);
    assertThat(relaxed.shares())
        .allSatisfy(share -> assertThat(share.share()).isCloseTo(0.5, within(1e-6)));
  }

  @Test
  void takesNothingThatIsClosed() {
    var relaxed = master(triangle, 2, 100).relax(new boolean[] {true, false, false}, 9);

    assertThat(relaxed.gain()).isCloseTo(2, within(1e-6));
    assertThat(relaxed.shares()).hasSize(1);
    assertThat(relaxed.shares().get(0).cycle()).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void endsWhereItHasEnough() {
    var graph = Digraphs.random(60, 0.1, 1);
    var all = master(graph, 3, 1_000).relax(new boolean[60], 60);

    var some = master(graph, 3, 1_000).relax(new boolean[60], 20);

    assertThat(some.gain()).isBetween(20.0, all.gain() - 1);
  }

  @Test
  void boundsByAnyPrices() {
    var graph = Digraphs.random(60, 0.1, 1);
    var master = master(graph, 3, 1_000);
    var relaxed = master.relax(new boolean[60], Double.POSITIVE_INFINITY);
    var halves = new double[60];
    Arrays.fill(halves, 0.5);

    assertThat(master.bound(relaxed.prices())).isCloseTo(relaxed.gain(), within(1e-4));
    assertThat(master.bound(new double[60])).isEqualTo(90);
    assertThat(master.bound(halves)).isEqualTo(75);
    assertThat(master(triangle, 2, 9).bound(new double[] {1, 1, 1})).isEqualTo(3);
  }

  @Test
  void hasNoPricesWhereNothingGoesRound() {
    var path = Digraph.of(3, new int[] {0, 1}, new int[] {1, 2});

    var relaxed = master(path, 3, 100).relax(new boolean[3], 9);

    assertThat(relaxed.prices()).containsOnly(0);
    assertThat(relaxed.shares()).isEmpty();
    assertThat(relaxed.gain()).isZero();
  }

  @Test
  void takesGreedilyWhatSharesNoVertex() {
    var greedy = master(Digraphs.random(60, 0.2, 1), 3, 0).greedy();

    assertThat(greedy.stream().flatMapToInt(Arrays::stream)).doesNotHaveDuplicates();
    assertThat(Dive.served(greedy)).isGreaterThan(45);
  }

  @Test
  void seesWhetherACycleFits() {
    assertThat(Master.fits(new int[] {0, 2}, new boolean[] {false, true, false})).isTrue();
    assertThat(Master.fits(new int[] {0, 1}, new boolean[] {false, true, false})).isFalse();
    assertThat(Dive.served(List.of(new int[] {1, 2}, new int[] {3, 4, 5}))).isEqualTo(5);
  }
}
