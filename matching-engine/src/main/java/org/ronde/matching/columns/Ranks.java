package org.ronde.matching.columns;

import java.util.stream.IntStream;

/** Vertices in order of what they gain, most first; equal ones in the order of their numbers. */
final class Ranks {
  private final int[] vertexAt;
  private final int[] rankOf;
  private final double[] gains;

  Ranks(double[] gains) {
    this.vertexAt =
        IntStream.range(0, gains.length)
            .boxed()
            .sorted(
                (one, other) -> {
                  int byGain = Double.compare(gains[other], gains[one]);
                  return byGain != 0 ? byGain : Integer.compare(one, other);
                })
            .mapToInt(Integer::intValue)
            .toArray();
    this.rankOf = new int[gains.length];
    this.gains = new double[gains.length];
    for (int rank = 0; rank < vertexAt.length; rank++) {
      rankOf[vertexAt[rank]] = rank;
      this.gains[rank] = gains[vertexAt[rank]];
    }
  }

  int size() {
    return vertexAt.length;
  }

  int vertex(int rank) {
    return vertexAt[rank];
  }

  int rank(int vertex) {
    return rankOf[vertex];
  }

  /** What the vertex of this rank gains. */
  double gain(int rank) {
    return gains[rank];
  }

  /** How many vertices gain more than this; they have the ranks before it. */
  int above(double gain) {
    int low = 0;
    int high = gains.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (gains[middle] > gain) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The same, when it is known to be at most {@code most} and expected near it. */
  int above(double gain, int most) {
    int count = most;
    while (count > 0 && gains[count - 1] <= gain) {
      count--;
    }
    return count;
  }

  /** The vertices behind these ranks. */
  int[] vertices(int... ranks) {
    return IntStream.of(ranks).map(rank -> vertexAt[rank]).toArray();
  }
}
