package org.ronde.matching.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigraphTest {
  private final int[] tails = {2, 0, 2, 0, 1};
  private final int[] heads = {1, 2, 0, 1, 2};

  @Test
  void putsArrowsInOrder() {
    var graph = Digraph.of(4, tails, heads);

    assertThat(graph.vertices()).isEqualTo(4);
    assertThat(graph.arrows()).isEqualTo(5);
    assertThat(IntStream.range(0, 5).map(graph::tail)).containsExactly(0, 0, 1, 2, 2);
    assertThat(IntStream.range(0, 5).map(graph::head)).containsExactly(1, 2, 2, 0, 1);
  }

  @Test
  void keepsItsOwnCopyOfArrowsThatCameInOrder() {
    var sorted = new int[] {0, 1, 2};
    var graph = Digraph.of(3, sorted, new int[] {1, 2, 0});

    sorted[0] = 2;

    assertThat(graph.tail(0)).isZero();
  }

  @Test
  void tellsTheArrowsThatLeaveAVertex() {
    var graph = Digraph.of(4, tails, heads);

    assertThat(graph.firstOut(0)).isZero();
    assertThat(graph.endOut(0)).isEqualTo(2);
    assertThat(graph.firstOut(2)).isEqualTo(3);
    assertThat(graph.endOut(2)).isEqualTo(5);
    assertThat(graph.firstOut(3)).isEqualTo(5);
    assertThat(graph.endOut(3)).isEqualTo(5);
  }

  @Test
  void findsTheFirstArrowToAVertexOrALaterOne() {
    var graph = Digraph.of(9, new int[] {4, 4, 4, 4}, new int[] {0, 2, 5, 7});

    assertThat(IntStream.rangeClosed(0, 8).map(lowest -> graph.firstOut(4, lowest)))
        .containsExactly(0, 1, 1, 2, 2, 2, 3, 3, 4);
    assertThat(graph.firstOut(3, 0)).isZero();
    assertThat(graph.firstOut(5, 0)).isEqualTo(4);
  }

  @Test
  void turnsEachArrowRound() {
    var graph = Digraph.of(4, tails, heads).reversed();

    assertThat(IntStream.range(0, 5).map(graph::tail)).containsExactly(0, 1, 1, 2, 2);
    assertThat(IntStream.range(0, 5).map(graph::head)).containsExactly(2, 0, 2, 0, 1);
  }

  @Test
  void keepsArrowsThatJoinTheSameTwo() {
    var graph = Digraph.of(2, new int[] {1, 0, 1}, new int[] {0, 1, 0});

    assertThat(IntStream.range(0, 3).map(graph::tail)).containsExactly(0, 1, 1);
  }
}
