package org.ronde.matching.flows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the closed walks of five legs, or of six, that gain most at given prices, through one
 * company at a time.
 *
 * <p>Layer by layer the best walk of so many legs to each company, met by the best two legs back
 * (dynamic programming; a closed walk that gains stands at a company from which its first legs gain
 * together, however many: Abraham, Blum, Sandholm 2007). A walk may pass a company twice, a cycle
 * may not; but a walk that gains falls apart into cycles of which one gains, so where all say yes
 * nothing is said too high.
 *
 * <p>Where companies may say no, gains are: k times the chance that all of k companies say yes is
 * at most the sum over their arcs of both ends' chances to the power of k/2, as a mean is no less
 * than the root of the product.
 */
final class Walks {
  /** Legs of the way back. */
  private static final int BACK = 2;

  private final Network network;
  private final Prices prices;
  private final int legs;

  /** For each company, its chance of a yes to the power of half the legs. */
  private final double[] likely;

  private final Layer[] there;
  private final Layer[] back;
  private final Found found = new Found();

  /** The best walks of so many legs. */
  private static final class Layer {
    private final double[] gain;
    private final int[] by;
    private final int[] reached;
    private int count;
    private double most = Double.NEGATIVE_INFINITY;

    Layer(int companies) {
      this.gain = new double[companies];
      Arrays.fill(gain, Double.NEGATIVE_INFINITY);
      this.by = new int[companies];
      this.reached = new int[companies];
    }

    void offer(int company, double gained, int arc) {
      if (gained > gain[company]) {
        if (gain[company] == Double.NEGATIVE_INFINITY) {
          reached[count++] = company;
        }
        gain[company] = gained;
        by[company] = arc;
        most = Math.max(most, gained);
      }
    }

    void clear() {
      for (int at = 0; at < count; at++) {
        gain[reached[at]] = Double.NEGATIVE_INFINITY;
      }
      count = 0;
      most = Double.NEGATIVE_INFINITY;
    }
  }

  /**
   * Walks of so many legs.
   *
   * @param legs 5 or more
   */
  Walks(Prices prices, int legs) {
    this.network = prices.network;
    this.prices = prices;
    this.legs = legs;
    this.likely = Arrays.stream(network.yes).map(yes -> Math.pow(yes, legs / 2.0)).toArray();
    this.there = layers(legs - BACK);
    this.back = layers(BACK);
  }

  private Layer[] layers(int count) {
    var layers = new Layer[count];
    Arrays.setAll(layers, layer -> new Layer(network.companies));
    return layers;
  }

  private double gain(int tail, int arc) {
    int head = network.head[arc];
    double tooMuch = network.yes[tail] * network.yes[head] - likely[tail] * likely[head];
    return prices.gain[arc] - tooMuch;
  }

  /** What a closed walk of as many legs gains, at least what a cycle does. */
  double gain(int[] walk) {
    double sum = 0;
    for (int arc : walk) {
      sum += gain(network.tail(arc), arc);
    }
    return sum;
  }

  /**
   * The closed walks through this company that gain more than {@code atLeast}, at most {@code
   * keepMax}, each by another company before the last two legs.
   */
  Found seek(int root, double atLeast, int keepMax) {
    found.begin(atLeast, keepMax);
    if (accepts(root)) {
      walkBack(root);
      walkThere(root);
      meet();
      for (var layer : there) {
        layer.clear();
      }
      for (var layer : back) {
        layer.clear();
      }
    }
    return found;
  }

  private boolean accepts(int company) {
    return network.lengthMax[company] >= legs;
  }

  private void walkBack(int root) {
    for (int place = network.firstIn[root]; place < network.firstIn[root + 1]; place++) {
      offerBack(0, place, 0);
    }
    for (int at = 0; at < back[0].count; at++) {
      int last = back[0].reached[at];
      for (int place = network.firstIn[last]; place < network.firstIn[last + 1]; place++) {
        offerBack(1, place, back[0].gain[last]);
      }
    }
  }

  private void offerBack(int layer, int place, double rest) {
    int tail = network.tailIn[place];
    if (accepts(tail)) {
      int arc = network.arcIn[place];
      back[layer].offer(tail, rest + gain(tail, arc), arc);
    }
  }

  private void walkThere(int root) {
    step(root, 0, there[0]);
    for (int layer = 1; layer < there.length; layer++) {
      var before = there[layer - 1];
      double rest = back[1].most + (there.length - layer - 1) * prices.mostGain();
      for (int at = 0; at < before.count; at++) {
        int company = before.reached[at];
        if (before.gain[company] + prices.mostOut[company] + rest > found.least()) {
          step(company, before.gain[company], there[layer]);
        }
      }
    }
  }

  private void step(int tail, double sum, Layer layer) {
    for (int arc = network.firstOut[tail]; arc < network.firstOut[tail + 1]; arc++) {
      double gained = sum + gain(tail, arc);
      if (gained > 0 && accepts(network.head[arc])) {
        layer.offer(network.head[arc], gained, arc);
      }
    }
  }

  private void meet() {
    var layer = there[there.length - 1];
    for (int at = 0; at < layer.count; at++) {
      int company = layer.reached[at];
      double gained = layer.gain[company] + back[1].gain[company];
      if (gained > found.least()) {
        found.keep(gained, walk(company));
      }
    }
  }

  private int[] walk(int meeting) {
    var walk = new int[legs];
    int company = meeting;
    for (int leg = there.length - 1; leg >= 0; leg--) {
      walk[leg] = there[leg].by[company];
      company = network.tail(walk[leg]);
    }
    company = meeting;
    for (int leg = there.length; leg < legs; leg++) {
      walk[leg] = back[legs - 1 - leg].by[company];
      company = network.head[walk[leg]];
    }
    return walk;
  }

  /** The cycles that a closed walk falls apart into. */
  List<int[]> cycles(int[] walk) {
    var cycles = new ArrayList<int[]>();
    var path = new int[walk.length];
    int length = 0;
    for (int arc : walk) {
      path[length++] = arc;
      int from = length - 1;
      while (from >= 0 && network.tail(path[from]) != network.head[arc]) {
        from--;
      }
      if (from >= 0) {
        cycles.add(Arrays.copyOfRange(path, from, length));
        length = from;
      }
    }
    return cycles;
  }
}
