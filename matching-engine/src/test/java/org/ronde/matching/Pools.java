package org.ronde.matching;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ronde.matching.graph.Digraph;

/**
 * Pools of patients with donors who do not suit them, as the literature on kidney exchange
 * generates them; the same ones for the same seed. A vertex is such a pair, an arc a donor who
 * suits another's patient.
 *
 * <p>Whether donors suit is drawn in two steps. Blood: O gives to all, A and B to their own and AB.
 * Then for each arc alone the chance that the patient's blood does not react.
 */
public final class Pools {
  private static final int A = 1;
  private static final int B = 2;
  private static final double WOMAN = 0.4090;
  private static final double SPOUSE = 0.4897;
  private static final double WIFE_SUITS = 0.75;

  private Pools() {}

  /** The families that are published. */
  public enum Kind {
    /**
     * Saidman, Roth, Sönmez, Ünver, Delmonico: Increasing the opportunity of live kidney donation,
     * Transplantation 81(5), 2006. Blood O 48.14 %, A 33.73 %, B 14.28 %, AB 3.85 %; patients react
     * to 5 % (70.19 % of them), 45 % (20 %) or 90 % of donors; wives to more, having borne
     * children.
     */
    SAIDMAN,
    /**
     * The same method with figures near the pool of UNOS in April 2013: Dickerson, Procaccia,
     * Sandholm, as KidneyExchange.jl gives them. Patients O 65.1 %, A 20 %, B 12.4 %; donors O 34.5
     * %, A 45.9 %, B 19.7 %; patients react to 50 % (21.6 %), 80 % (16 %) or 98 % of donors.
     */
    SPARSE,
    /**
     * Ashlagi, Jaillet, Manshadi: Kidney exchange in dynamic sparse heterogeneous pools, EC 2013.
     * The first half of the patients suits each donor with chance 1/2, the other with chance 1/n.
     */
    HETEROGENEOUS
  }

  /** A pool of so many pairs. */
  public static Digraph of(Kind kind, int pairs, long seed) {
    var chance = new SplittableRandom(seed);
    return switch (kind) {
      case SAIDMAN ->
          drawn(
              new People(
                  new double[] {0.4814, 0.3373, 0.1428},
                  new double[] {0.4814, 0.3373, 0.1428},
                  new double[] {0.7019, 0.2},
                  new double[] {0.05, 0.45, 0.90}),
              pairs,
              chance);
      case SPARSE ->
          drawn(
              new People(
                  new double[] {0.651, 0.200, 0.124},
                  new double[] {0.345, 0.459, 0.197},
                  new double[] {0.216, 0.16},
                  new double[] {0.50, 0.80, 0.98}),
              pairs,
              chance);
      case HETEROGENEOUS -> {
        var reacts = new double[pairs];
        for (int pair = 0; pair < pairs; pair++) {
          reacts[pair] = pair < pairs / 2 ? 0.5 : 1 - 1.0 / pairs;
        }
        yield arcs(new int[pairs], new int[pairs], reacts, chance);
      }
    };
  }

  /** The vertices by other names, drawn by chance. */
  public static Digraph relabelled(Digraph graph, long seed) {
    var chance = new SplittableRandom(seed);
    var names = IntStream.range(0, graph.vertices()).toArray();
    for (int last = names.length - 1; last > 0; last--) {
      int other = chance.nextInt(last + 1);
      int name = names[last];
      names[last] = names[other];
      names[other] = name;
    }
    return Digraphs.relabelled(graph, names);
  }

  /**
   * Of whom pairs are drawn.
   *
   * @param patients shares of O, A and B; AB is the rest
   * @param reacting shares of those who react little and more; the rest reacts most
   * @param reacts to what part of donors each of the three reacts
   */
  @SuppressWarnings("ArrayRecordComponent") // stays in this class, and is never compared
  private record People(double[] patients, double[] donors, double[] reacting, double[] reacts) {}

  /** Pairs whose donor does suit their patient are sent home. */
  private static Digraph drawn(People people, int pairs, RandomGenerator chance) {
    // Of blood types O, A, B, AB: what it brings, as bits.
    var antigens = new int[] {0, A, B, A | B};
    var patients = new int[pairs];
    var donors = new int[pairs];
    var reacts = new double[pairs];
    for (int pair = 0; pair < pairs; ) {
      patients[pair] = antigens[draw(people.patients, chance)];
      donors[pair] = antigens[draw(people.donors, chance)];
      boolean woman = chance.nextDouble() < WOMAN;
      boolean spouse = chance.nextDouble() < SPOUSE;
      double reaction = people.reacts[draw(people.reacting, chance)];
      reacts[pair] = woman && spouse ? 1 - WIFE_SUITS * (1 - reaction) : reaction;
      boolean suits = suits(donors[pair], patients[pair]) && chance.nextDouble() >= reacts[pair];
      pair += suits ? 0 : 1;
    }
    return arcs(donors, patients, reacts, chance);
  }

  /** The place of the share that chance falls on; one past the last for the rest. */
  private static int draw(double[] shares, RandomGenerator chance) {
    double at = chance.nextDouble();
    int place = 0;
    while (place < shares.length && at >= shares[place]) {
      at -= shares[place++];
    }
    return place;
  }

  private static boolean suits(int donor, int patient) {
    return (donor & patient) == donor;
  }

  private static Digraph arcs(
      int[] donors, int[] patients, double[] reacts, RandomGenerator chance) {
    int pairs = donors.length;
    var heads = new int[16 * pairs];
    var firstOut = new int[pairs + 1];
    int count = 0;
    for (int donor = 0; donor < pairs; donor++) {
      if (heads.length < count + pairs) {
        heads = Arrays.copyOf(heads, count + count / 2 + pairs);
      }
      for (int patient = 0; patient < pairs; patient++) {
        if (donor != patient
            && suits(donors[donor], patients[patient])
            && chance.nextDouble() >= reacts[patient]) {
          heads[count++] = patient;
        }
      }
      firstOut[donor + 1] = count;
    }
    var tails = new int[count];
    for (int donor = 0; donor < pairs; donor++) {
      Arrays.fill(tails, firstOut[donor], firstOut[donor + 1], donor);
    }
    return Digraph.of(pairs, tails, Arrays.copyOf(heads, count));
  }
}
