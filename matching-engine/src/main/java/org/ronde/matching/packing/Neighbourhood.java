package org.ronde.matching.packing;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Part of a packing, set free, and the columns that could take its place.
 *
 * <p>Related parts are freed and put back by exact search: large neighbourhoods, Shaw 1998 (doi
 * 10.1007/3-540-49481-2_30). Columns are related when they share a row, be it a listing or a
 * company: around a column drawn by chance, all that is in its way is freed, then what is in the
 * way of a column beside that, and so on.
 */
public final class Neighbourhood {
  /** Draws for each column to be freed, since many free none. */
  private static final int DRAWS_A_COLUMN = 4;

  /** Most columns that a repair chooses from. */
  private static final int COLUMNS_MAX = 3_000;

  private final PackingProblem problem;
  private final boolean[] taken;
  private final long[] used;
  private final boolean[] near;
  private final List<Integer> rows = new ArrayList<>();
  private final List<Integer> freed = new ArrayList<>();

  private Neighbourhood(PackingProblem problem, List<Integer> packing) {
    this.problem = problem;
    this.taken = new boolean[problem.columns()];
    this.used = new long[problem.rows().size()];
    this.near = new boolean[used.length];
    for (int column : packing) {
      taken[column] = true;
      problem.use(column, used);
    }
  }

  /**
   * A part of a packing, drawn by chance; the problem has at least one column.
   *
   * @param size most columns that are freed; a few more when the last ones are in one column's way
   */
  public static Neighbourhood draw(
      PackingProblem problem, List<Integer> packing, int size, RandomGenerator chance) {
    var drawn = new Neighbourhood(problem, packing);
    drawn.makeWay(chance.nextInt(problem.columns()));
    for (int draw = 0; draw < DRAWS_A_COLUMN * size && drawn.freed.size() < size; draw++) {
      int row = drawn.rows.get(chance.nextInt(drawn.rows.size()));
      drawn.makeWay(problem.columnOf(row, chance.nextInt(problem.columnCountOf(row))));
    }
    return drawn;
  }

  /** Frees what shares a row with the column. */
  private void makeWay(int column) {
    reach(column);
    for (int use = problem.firstUse(column); use < problem.endUse(column); use++) {
      int row = problem.row(use);
      int size = used[row] == 0 ? 0 : problem.columnCountOf(row);
      for (int i = 0; i < size && used[row] > 0; i++) {
        int other = problem.columnOf(row, i);
        if (taken[other]) {
          taken[other] = false;
          freed.add(other);
          problem.release(other, used);
          reach(other);
        }
      }
    }
  }

  private void reach(int column) {
    for (int use = problem.firstUse(column); use < problem.endUse(column); use++) {
      if (!near[problem.row(use)]) {
        near[problem.row(use)] = true;
        rows.add(problem.row(use));
      }
    }
  }

  /** What was freed, in the order in which it was. */
  public List<Integer> freed() {
    return List.copyOf(freed);
  }

  /** The best columns in place of what was freed, as far as the effort goes; at worst the same. */
  public List<Integer> repair(Effort effort) {
    int[] columns = columns();
    var known = IntStream.range(0, freed.size()).boxed().toList();
    var found = ExactPacker.pack(problem.beside(columns, used), known, effort);
    return found.taken().stream().map(place -> columns[place]).toList();
  }

  /** What was freed, then what would fit in its place and gain. */
  private int[] columns() {
    var seen = new boolean[taken.length];
    var columns = new ArrayList<>(freed);
    freed.forEach(column -> seen[column] = true);
    for (int row : rows) {
      for (int i = 0; i < problem.columnCountOf(row) && columns.size() < COLUMNS_MAX; i++) {
        int column = problem.columnOf(row, i);
        if (!seen[column] && !taken[column]) {
          seen[column] = true;
          if (problem.fits(column, used) && problem.gainBeside(column, used) > 0) {
            columns.add(column);
          }
        }
      }
    }
    return columns.stream().mapToInt(Integer::intValue).toArray();
  }
}
