package org.ronde.evidence;

import java.util.Collection;

/**
 * Where somebody is in a picture, in thousandths of its width and height, so that it means the same
 * in every size.
 *
 * @param x from the left
 * @param y from the top
 */
public record Box(int x, int y, int width, int height) {
  static final int WHOLE = 1000;

  /** The grid by which a box is chosen without drawing. */
  static final int CELLS = 6;

  public Box {
    if (x < 0 || y < 0 || width < 1 || height < 1 || x + width > WHOLE || y + height > WHOLE) {
      throw new IllegalArgumentException(
          "The box %d,%d %d×%d is not within the picture.".formatted(x, y, width, height));
    }
  }

  /**
   * The box around cells of the {@value #CELLS} × {@value #CELLS} grid.
   *
   * @param cells at least one, numbered from 0 row by row
   */
  static Box around(Collection<Integer> cells) {
    int left = cells.stream().mapToInt(cell -> cell % CELLS).min().orElseThrow();
    int right = cells.stream().mapToInt(cell -> cell % CELLS).max().orElseThrow() + 1;
    int top = cells.stream().mapToInt(cell -> cell / CELLS).min().orElseThrow();
    int bottom = cells.stream().mapToInt(cell -> cell / CELLS).max().orElseThrow() + 1;
    int x = left * WHOLE / CELLS;
    int y = top * WHOLE / CELLS;
    return new Box(x, y, right * WHOLE / CELLS - x, bottom * WHOLE / CELLS - y);
  }
}
