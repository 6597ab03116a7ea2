package org.ronde.matching.packing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Choose columns of the greatest gain such that no hard row is over-used. Frozen.
 *
 * <p>Each column is taken or left. Beyond the capacity of a soft row each unit costs that row's
 * excess cost. Every column must fit alone, and only once: a hard row of each holds less than two
 * of it; {@link Builder#column} adds such a row when none is there.
 */
public final class PackingProblem {
  private final List<Row> rows;
  private final int[] firstUse;
  private final int[] useRow;
  private final long[] useAmount;
  private final long[] gains;
  private final int[] firstColumn;
  private final int[] columnOfRow;

  private PackingProblem(Builder builder) {
    rows = List.copyOf(builder.rows);
    int columns = builder.columns.size();
    int uses = builder.columns.stream().mapToInt(column -> column.rows().length).sum();
    firstUse = new int[columns + 1];
    useRow = new int[uses];
    useAmount = new long[uses];
    gains = new long[columns];
    firstColumn = new int[rows.size() + 1];
    columnOfRow = new int[uses];
    for (int column = 0; column < columns; column++) {
      var added = builder.columns.get(column);
      gains[column] = added.gain();
      firstUse[column + 1] = firstUse[column] + added.rows().length;
      for (int i = 0; i < added.rows().length; i++) {
        useRow[firstUse[column] + i] = added.rows()[i];
        useAmount[firstUse[column] + i] = added.amounts()[i];
        firstColumn[added.rows()[i] + 1]++;
      }
    }
    for (int row = 0; row < rows.size(); row++) {
      firstColumn[row + 1] += firstColumn[row];
    }
    var next = Arrays.copyOf(firstColumn, rows.size());
    for (int column = 0; column < columns; column++) {
      for (int use = firstUse[column]; use < firstUse[column + 1]; use++) {
        columnOfRow[next[useRow[use]]++] = column;
      }
    }
  }

  public List<Row> rows() {
    return rows;
  }

  public int columns() {
    return gains.length;
  }

  public long gain(int column) {
    return gains[column];
  }

  /** The first use of a column; {@link #endUse} is one past its last. */
  public int firstUse(int column) {
    return firstUse[column];
  }

  public int endUse(int column) {
    return firstUse[column + 1];
  }

  public int row(int use) {
    return useRow[use];
  }

  public long amount(int use) {
    return useAmount[use];
  }

  /** How many columns use the row. */
  public int columnCountOf(int row) {
    return firstColumn[row + 1] - firstColumn[row];
  }

  /** The i-th column, in ascending order, that uses the row. */
  public int columnOf(int row, int i) {
    return columnOfRow[firstColumn[row] + i];
  }

  /** Whether the column fits beside what is used already. */
  public boolean fits(int column, long[] used) {
    for (int use = firstUse[column]; use < firstUse[column + 1]; use++) {
      var row = rows.get(useRow[use]);
      if (row.hard() && used[useRow[use]] + useAmount[use] > row.capacity()) {
        return false;
      }
    }
    return true;
  }

  /** What taking the column adds, the excess it causes paid. */
  public long gainBeside(int column, long[] used) {
    long gain = gains[column];
    for (int use = firstUse[column]; use < firstUse[column + 1]; use++) {
      var row = rows.get(useRow[use]);
      if (!row.hard()) {
        long before = Math.max(0, used[useRow[use]] - row.capacity());
        long after = Math.max(0, used[useRow[use]] + useAmount[use] - row.capacity());
        gain -= (after - before) * row.excessCost();
      }
    }
    return gain;
  }

  /** Adds what the column uses. */
  public void use(int column, long[] used) {
    for (int use = firstUse[column]; use < firstUse[column + 1]; use++) {
      used[useRow[use]] += useAmount[use];
    }
  }

  /** Takes away what the column uses. */
  public void release(int column, long[] used) {
    for (int use = firstUse[column]; use < firstUse[column + 1]; use++) {
      used[useRow[use]] -= useAmount[use];
    }
  }

  /** The gain of columns taken together; they must fit. */
  public long gain(List<Integer> taken) {
    var used = new long[rows.size()];
    long gain = 0;
    for (int column : taken) {
      if (!fits(column, used)) {
        throw new IllegalArgumentException("column " + column + " does not fit");
      }
      gain += gainBeside(column, used);
      use(column, used);
    }
    return gain;
  }

  /**
   * What is left to choose beside what is used: column i is {@code some[i]}, each of which must
   * fit. Soft rows that are used up are no rows any more, what goes beyond them is paid for.
   */
  public PackingProblem beside(int[] some, long[] used) {
    var builder = new Builder();
    var newRow = new int[rows.size()];
    Arrays.fill(newRow, -1);
    for (int column : some) {
      int uses = endUse(column) - firstUse(column);
      var newRows = new int[uses];
      var amounts = new long[uses];
      long gain = gains[column];
      int count = 0;
      for (int use = firstUse(column); use < endUse(column); use++) {
        var row = rows.get(useRow[use]);
        long left = row.capacity() - used[useRow[use]];
        if (left <= 0) {
          gain -= useAmount[use] * row.excessCost();
          continue;
        }
        if (newRow[useRow[use]] < 0) {
          newRow[useRow[use]] = builder.row(new Row(row.kind(), left, row.excessCost()));
        }
        newRows[count] = newRow[useRow[use]];
        amounts[count++] = useAmount[use];
      }
      builder.column(gain, Arrays.copyOf(newRows, count), Arrays.copyOf(amounts, count));
    }
    return builder.build();
  }

  /** Collects rows, then columns over them. */
  public static final class Builder {
    private final List<Row> rows = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();

    @SuppressWarnings("ArrayRecordComponent") // lives only while building
    private record Column(long gain, int[] rows, long[] amounts) {}

    /** Adds a row and tells its number. */
    public int row(Row row) {
      rows.add(row);
      return rows.size() - 1;
    }

    /** Adds a column that uses {@code amounts[i]} of {@code rowNumbers[i]}. */
    public void column(long gain, int[] rowNumbers, long[] amounts) {
      boolean once = false;
      for (int i = 0; i < rowNumbers.length; i++) {
        var row = rows.get(rowNumbers[i]);
        once |= row.hard() && 2 * amounts[i] > row.capacity();
      }
      if (once) {
        columns.add(new Column(gain, rowNumbers.clone(), amounts.clone()));
        return;
      }
      int uses = rowNumbers.length;
      var withOnce = Arrays.copyOf(rowNumbers, uses + 1);
      withOnce[uses] = row(new Row(Row.Kind.CYCLE, 1, 0));
      var amountsWithOnce = Arrays.copyOf(amounts, uses + 1);
      amountsWithOnce[uses] = 1;
      columns.add(new Column(gain, withOnce, amountsWithOnce));
    }

    public PackingProblem build() {
      return new PackingProblem(this);
    }
  }
}
