package org.ronde.points;

/**
 * Names a board.
 *
 * @param kind what the board ranks
 * @param id which of its kind, empty for the one global board: an activity's or contest's id, a
 *     département's number, a company's id, a month like {@code 2026-11}
 */
public record BoardKey(Kind kind, String id) {
  public static final BoardKey GLOBAL = new BoardKey(Kind.GLOBAL, "");

  /** What boards rank. */
  public enum Kind {
    GLOBAL,
    MONTH,
    ACTIVITY,
    DEPARTEMENT,
    COMPANY,
    CONTEST
  }
}
