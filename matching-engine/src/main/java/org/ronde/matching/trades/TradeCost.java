package org.ronde.matching.trades;

/** What the arcs of a list cost; those of dummies, which are no items, nothing. */
final class TradeCost implements Circulation.Cost {
  private final TradeGraph graph;
  private final long stay;
  private final boolean ranked;

  /**
   * The cost of each arc.
   *
   * @param stay of each item that stays
   * @param ranked whether a want costs what its owner set upon it; else nothing
   */
  TradeCost(TradeGraph graph, long stay, boolean ranked) {
    this.graph = graph;
    this.stay = stay;
    this.ranked = ranked;
  }

  @Override
  public long of(int item, int want) {
    if (graph.isDummy(item)) {
      return 0;
    }
    if (want == Circulation.STAY) {
      return stay;
    }
    return ranked ? graph.cost(want) : 0;
  }
}
