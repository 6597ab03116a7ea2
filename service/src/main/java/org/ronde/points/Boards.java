package org.ronde.points;

import java.util.List;
import java.util.Optional;
import org.ronde.ids.MemberId;

/** Reads boards: exact ranks, 1-2-2-4, at most two seconds behind the ledger. */
public final class Boards {
  /**
   * One row of a board.
   *
   * @param rank 1 + the number of members with more points
   */
  public record Standing(MemberId member, long points, long rank) {}

  /** Where a member stands; empty when they are not on the board. */
  public Optional<Standing> standing(BoardKey board, MemberId member) {
    throw new UnsupportedOperationException();
  }

  /** The first rows in order of rank, then of who reached the points first. */
  public List<Standing> top(BoardKey board, int max) {
    throw new UnsupportedOperationException();
  }

  /** Up to {@code each} rows above and below a member, and the member. */
  public List<Standing> around(BoardKey board, MemberId member, int each) {
    throw new UnsupportedOperationException();
  }

  /** How many members stand on the board. */
  public long size(BoardKey board) {
    throw new UnsupportedOperationException();
  }

  /**
   * Counts a member's entries for a contest's board that were written before they entered, or
   * counts a board afresh: asks {@link Contesting#boards} again for entries since an instant.
   */
  public void recount(BoardKey board) {
    throw new UnsupportedOperationException();
  }

  /** Applies what was veiled and is no more. */
  public void unveil() {
    throw new UnsupportedOperationException();
  }
}
