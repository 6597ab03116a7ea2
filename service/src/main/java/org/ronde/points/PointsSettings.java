package org.ronde.points;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * The keys {@code points.*} of the configuration. What points are worth is no key: it is a version
 * of the rules, printed for everybody.
 *
 * @param boardsPauseMillis how long boards rest between two looks at the ledger; 250 by default,
 *     above 1000 they are later than the two seconds promised
 * @param entriesPageSize how many entries one page of a member's own shows; 20 by default
 * @param boardRows how many rows of a board its page shows; 50 by default
 * @param exportRowsMax how many rows a board's CSV file has at most; 1000 by default
 * @param streamsMax how many browsers one node keeps a board live for; 200 by default, the next one
 *     sees the board as it was when loaded
 * @param streamsPerMemberMax of them for one member; 5 by default
 * @param streamSeconds after how long a live connection ends and the browser asks for another; 240
 *     by default
 */
public record PointsSettings(
    @Min(50) @Max(1000) int boardsPauseMillis,
    @Min(1) @Max(100) int entriesPageSize,
    @Min(10) @Max(200) int boardRows,
    @Min(10) @Max(10_000) int exportRowsMax,
    @Min(0) @Max(5000) int streamsMax,
    @Min(1) @Max(50) int streamsPerMemberMax,
    @Min(10) @Max(3600) int streamSeconds) {

  /** The defaults. */
  public static PointsSettings standard() {
    return new PointsSettings(250, 20, 50, 1000, 200, 5, 240);
  }
}
