package org.ronde.matching.trades;

import java.util.List;

/**
 * The trades of one run.
 *
 * @param cycles each item's owner takes the next one of its cycle, the last one's the first;
 *     dummies stand between the items they led to
 * @param trades items that change hands
 * @param tradesMax no choice of cycles trades more; equal unless the run was stopped or the list
 *     sets a cost of staying
 * @param cost of all wants that were met; chosen least among equally many trades when the list has
 *     priorities
 * @param users who gives and takes something
 * @param usersMax no choice with as many trades at this cost serves more
 * @param proved whether no choice makes more trades, or, where the list asks for it, costs less
 */
public record Trades(
    List<List<Integer>> cycles,
    int trades,
    int tradesMax,
    long cost,
    int users,
    int usersMax,
    boolean proved) {
  public Trades {
    cycles = List.copyOf(cycles);
  }
}
