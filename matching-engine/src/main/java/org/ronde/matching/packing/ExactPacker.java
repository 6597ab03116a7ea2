package org.ronde.matching.packing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The best packing, proved by branch and bound, when the effort allows.
 *
 * <p>Columns that share no row, directly or by others, are packed apart from each other, the small
 * parts first. Parts too large for an exact search keep the packing they came with.
 */
public final class ExactPacker {
  private static final int ROWS_MAX = 1_500;
  private static final int COLUMNS_MAX = 600_000;

  /** Beyond this, rounding would eat the difference between two packings. */
  private static final double GAIN_MAX = 1e11;

  private ExactPacker() {}

  /**
   * What the search found.
   *
   * @param bound no packing gains more; equal to the gain when proved
   */
  public record Outcome(List<Integer> taken, long gain, double bound, boolean proved) {}

  /** Searches from a known packing, which is never made worse. */
  public static Outcome pack(PackingProblem problem, List<Integer> known, Effort effort) {
    var knownSet = new boolean[problem.columns()];
    known.forEach(column -> knownSet[column] = true);
    var taken = new ArrayList<Integer>();
    double bound = 0;
    boolean proved = true;
    for (int[] part : parts(problem)) {
      var partKnown = Arrays.stream(part).filter(column -> knownSet[column]).boxed().toList();
      var search = new BranchAndBound(problem, part, partKnown, effort);
      if (fitsSearch(problem, part)) {
        search.run();
      }
      taken.addAll(search.best());
      bound += search.bound();
      proved &= search.proved();
    }
    var ascending = taken.stream().sorted().toList();
    long gain = problem.gain(ascending);
    return new Outcome(
        ascending, gain, proved ? (double) gain : Math.max((double) gain, bound), proved);
  }

  private static boolean fitsSearch(PackingProblem problem, int[] part) {
    if (part.length > COLUMNS_MAX) {
      return false;
    }
    var rows = new boolean[problem.rows().size()];
    double gain = 0;
    int count = 0;
    for (int column : part) {
      gain = Math.max(gain, (double) problem.gain(column));
      for (int use = problem.firstUse(column); use < problem.endUse(column); use++) {
        if (!rows[problem.row(use)]) {
          rows[problem.row(use)] = true;
          count++;
        }
      }
    }
    return count <= ROWS_MAX && gain <= GAIN_MAX;
  }

  /** Columns grouped by the rows that tie them together, fewest columns first. */
  private static List<int[]> parts(PackingProblem problem) {
    var parent = new int[problem.rows().size()];
    Arrays.setAll(parent, row -> row);
    for (int column = 0; column < problem.columns(); column++) {
      int first = root(parent, problem.row(problem.firstUse(column)));
      for (int use = problem.firstUse(column) + 1; use < problem.endUse(column); use++) {
        parent[root(parent, problem.row(use))] = first;
      }
    }
    var byRoot = new ArrayList<List<Integer>>();
    var place = new int[parent.length];
    Arrays.fill(place, -1);
    for (int column = 0; column < problem.columns(); column++) {
      int root = root(parent, problem.row(problem.firstUse(column)));
      if (place[root] < 0) {
        place[root] = byRoot.size();
        byRoot.add(new ArrayList<>());
      }
      byRoot.get(place[root]).add(column);
    }
    return byRoot.stream()
        .sorted(Comparator.comparingInt(List::size))
        .map(part -> part.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  private static int root(int[] parent, int row) {
    int root = row;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }
}
