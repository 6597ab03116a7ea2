package org.ronde.points;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ronde.ids.Id;

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

  private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");
  private static final Pattern DEPARTEMENT = Pattern.compile("[0-9A-Z]{2,3}");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  public BoardKey {
    boolean well =
        switch (kind) {
          case GLOBAL -> id.isEmpty();
          case MONTH -> MONTH.matcher(id).matches();
          case DEPARTEMENT -> DEPARTEMENT.matcher(id).matches();
          case ACTIVITY, COMPANY, CONTEST -> ID.matcher(id).matches();
        };
    if (!well) {
      throw new IllegalArgumentException("There is no board %s of '%s'.".formatted(kind, id));
    }
  }

  /** The board of everything done in a month, where it was done. */
  public static BoardKey month(YearMonth month) {
    return new BoardKey(Kind.MONTH, month.toString());
  }

  /** The board of one thing: of an activity, a company, a contest. */
  public static BoardKey of(Kind kind, Id id) {
    return new BoardKey(kind, id.toString());
  }

  /** Reads what {@link #toString} wrote; empty when it names no board. */
  public static Optional<BoardKey> find(String text) {
    String[] parts = text.split(":", 2);
    try {
      return Optional.of(
          new BoardKey(
              Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts.length > 1 ? parts[1] : ""));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** As addresses write it: {@code global}, {@code month:2026-11}. */
  @Override
  public String toString() {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return id.isEmpty() ? name : name + ":" + id;
  }
}
