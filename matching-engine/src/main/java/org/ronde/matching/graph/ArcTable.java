package org.ronde.matching.graph;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.RandomAccess;
import org.ronde.matching.Need;
import org.ronde.matching.Offer;

/**
 * Arcs as arrays, told as records when asked for: millions of them fit into memory.
 *
 * <p>Ordered by giver, receiver, offer and need.
 */
final class ArcTable extends AbstractList<GraphArc> implements RandomAccess {
  private final List<Offer> offers;
  private final List<Need> needs;
  private final int[] companyOfOffer;
  private final int[] companyOfNeed;
  private final long[] medianOfOffer;
  private final BitSet wouldTake = new BitSet();
  private int[] offer = new int[1024];
  private int[] need = new int[1024];
  private int size;

  /**
   * An empty table over these listings.
   *
   * @param medianOfOffer what others ask for the like of each offer; 0 when nobody does
   */
  ArcTable(
      List<Offer> offers,
      List<Need> needs,
      int[] companyOfOffer,
      int[] companyOfNeed,
      long[] medianOfOffer) {
    this.offers = offers;
    this.needs = needs;
    this.companyOfOffer = companyOfOffer;
    this.companyOfNeed = companyOfNeed;
    this.medianOfOffer = medianOfOffer;
  }

  void add(int arcOffer, int arcNeed, boolean saidYes) {
    if (size == offer.length) {
      offer = Arrays.copyOf(offer, 2 * size);
      need = Arrays.copyOf(need, 2 * size);
    }
    offer[size] = arcOffer;
    need[size] = arcNeed;
    wouldTake.set(size, saidYes);
    size++;
  }

  /** Frees what was kept for more. */
  void trim() {
    offer = Arrays.copyOf(offer, size);
    need = Arrays.copyOf(need, size);
  }

  /** Givers, in order. */
  int[] tails() {
    var tails = new int[size];
    Arrays.setAll(tails, arc -> companyOfOffer[offer[arc]]);
    return tails;
  }

  /** Receivers, in the order of the arcs. */
  int[] heads() {
    var heads = new int[size];
    Arrays.setAll(heads, arc -> companyOfNeed[need[arc]]);
    return heads;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public GraphArc get(int arc) {
    if (arc >= size) {
      throw new IndexOutOfBoundsException(arc);
    }
    var given = offers.get(offer[arc]);
    var taken = needs.get(need[arc]);
    long median = medianOfOffer[offer[arc]];
    return new GraphArc(
        offer[arc],
        need[arc],
        companyOfOffer[offer[arc]],
        companyOfNeed[need[arc]],
        wouldTake.get(arc),
        commonStep(given, taken),
        given.unitValueCents(),
        median == 0 ? taken.unitValueMaxCents() : Math.min(median, taken.unitValueMaxCents()),
        given.place().distance(taken.place()));
  }

  /** The least common multiple of both steps, or 0 when no multiple fits both quantities. */
  static long commonStep(Offer offer, Need need) {
    long quantity = Math.min(offer.quantity(), need.quantity());
    long divisor = gcd(offer.quantityStep(), need.quantityStep());
    long factor = offer.quantityStep() / divisor;
    return factor > quantity / need.quantityStep() ? 0 : factor * need.quantityStep();
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
