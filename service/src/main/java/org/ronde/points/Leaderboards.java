package org.ronde.points;

import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.MemberId;

/** Boards as a reader may see them: with names, themselves in the middle, and nobody unwilling. */
public final class Leaderboards {
  /** The board of one's friends, which is computed and not kept. */
  public static final String FRIENDS = "friends";

  private static final int EACH_SIDE = 5;
  private static final int MINE_MAX = 60;

  private final Boards boards;
  private final Appearances appearances;
  private final Plugged plugged;
  private final PointsSettings settings;

  /** What the application plugs in. */
  public record Plugged(BoardTitles titles, Circle circle, InstantSource clock, ZoneId zone) {}

  /**
   * A line of a board.
   *
   * @param name null for somebody who prefers to stay unnamed
   * @param link where the name leads, or null
   * @param me whether it is the reader
   */
  public record Row(
      long rank, @Nullable String name, @Nullable String link, long points, boolean me) {}

  /**
   * A board and where one leads to it.
   *
   * @param address as {@code ?board=} takes it
   * @param title what it ranks; empty for the boards that have words of their own
   */
  public record Choice(String address, String kind, String title) {}

  /**
   * A board as read.
   *
   * @param me my own line, or null when I am not on it
   * @param ahead of how many percent of the others I am, rounded down
   * @param size how many stand on it
   * @param around me and up to five on each side; empty when the top shows me already
   * @param version grows with each change
   */
  public record Sheet(
      Choice board,
      @Nullable Row me,
      int ahead,
      long size,
      List<Row> around,
      List<Row> top,
      long version) {}

  public Leaderboards(
      Boards boards, Appearances appearances, Plugged plugged, PointsSettings settings) {
    this.boards = boards;
    this.appearances = appearances;
    this.plugged = plugged;
    this.settings = settings;
  }

  /**
   * A board by its address, with so many rows of its top as settings say.
   *
   * @throws Refusal NOT_FOUND for what is no board, or none for this reader
   */
  public Sheet sheet(Actor reader, String address, Locale locale) {
    return sheet(reader, address, locale, settings.boardRows());
  }

  /** The same with as many rows as a file may have. */
  public Sheet export(Actor reader, String address, Locale locale) {
    return sheet(reader, address, locale, settings.exportRowsMax());
  }

  private Sheet sheet(Actor reader, String address, Locale locale, int rows) {
    Choice choice = choice(reader, address, locale);
    if (address.equals(FRIENDS)) {
      return friends(reader, choice, rows);
    }
    Boards.Sight sight = boards.sight(key(address), reader.memberId(), rows, EACH_SIDE);
    return named(reader, choice, sight);
  }

  private Sheet friends(Actor reader, Choice choice, int rows) {
    Set<MemberId> circle = new HashSet<>(plugged.circle().of(reader.memberId()));
    circle.add(reader.memberId());
    List<Boards.Standing> all = boards.among(BoardKey.GLOBAL, circle);
    Boards.Standing mine =
        all.stream()
            .filter(standing -> standing.member().equals(reader.memberId()))
            .findFirst()
            .orElse(null);
    long below =
        mine == null ? 0 : all.stream().filter(one -> one.points() < mine.points()).count();
    return named(
        reader,
        choice,
        new Boards.Sight(
            boards.version(BoardKey.GLOBAL),
            all.size(),
            mine,
            below,
            List.of(),
            all.subList(0, Math.min(rows, all.size()))));
  }

  private Sheet named(Actor reader, Choice board, Boards.Sight sight) {
    Set<MemberId> members = new HashSet<>();
    sight.top().forEach(standing -> members.add(standing.member()));
    sight.around().forEach(standing -> members.add(standing.member()));
    Map<MemberId, Appearances.Seen> seen = appearances.seen(members);
    return new Sheet(
        board,
        sight.mine() == null ? null : row(reader, sight.mine(), Map.of()),
        percent(sight.below(), sight.size()),
        sight.size(),
        sight.around().stream().map(standing -> row(reader, standing, seen)).toList(),
        sight.top().stream().map(standing -> row(reader, standing, seen)).toList(),
        sight.version());
  }

  private static Row row(
      Actor reader, Boards.Standing standing, Map<MemberId, Appearances.Seen> seen) {
    boolean me = standing.member().equals(reader.memberId());
    Appearances.Seen as = seen.getOrDefault(standing.member(), Appearances.Seen.SOMEBODY);
    return new Row(
        standing.rank(), me ? reader.memberName() : as.name(), as.link(), standing.points(), me);
  }

  private static int percent(long part, long whole) {
    return whole == 0 ? 0 : (int) (part * 100 / whole);
  }

  /** The boards I stand on, those everybody has first. */
  public List<Choice> mine(Actor reader, Locale locale) {
    List<Choice> choices = new ArrayList<>(usual());
    Set<String> known = new HashSet<>();
    choices.forEach(choice -> known.add(choice.address()));
    for (BoardKey board : boards.of(reader.memberId(), MINE_MAX)) {
      if (known.add(board.toString())) {
        title(reader, board, locale)
            .ifPresent(title -> choices.add(new Choice(board.toString(), kind(board), title)));
      }
    }
    return choices;
  }

  /** The boards everybody has. */
  public List<Choice> usual() {
    BoardKey month =
        BoardKey.month(YearMonth.from(plugged.clock().instant().atZone(plugged.zone())));
    return List.of(
        new Choice(month.toString(), "this-month", ""),
        new Choice(FRIENDS, FRIENDS, ""),
        new Choice(BoardKey.GLOBAL.toString(), "global", ""));
  }

  /** The board whose changes those of an address follow; NOT_FOUND as for {@link #sheet}. */
  BoardKey watched(Actor reader, String address, Locale locale) {
    choice(reader, address, locale);
    return address.equals(FRIENDS) ? BoardKey.GLOBAL : key(address);
  }

  private Choice choice(Actor reader, String address, Locale locale) {
    if (address.equals(FRIENDS)) {
      return new Choice(FRIENDS, FRIENDS, "");
    }
    BoardKey board = key(address);
    String title =
        title(reader, board, locale).orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
    return new Choice(board.toString(), kind(board), title);
  }

  private static BoardKey key(String address) {
    return BoardKey.find(address).orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  private static String kind(BoardKey board) {
    return board.kind().name().toLowerCase(Locale.ROOT);
  }

  private Optional<String> title(Actor reader, BoardKey board, Locale locale) {
    return switch (board.kind()) {
      case GLOBAL -> Optional.of("");
      case MONTH ->
          Optional.of(
              DateTimeFormatter.ofPattern("MMMM yyyy", locale).format(YearMonth.parse(board.id())));
      // Who works where is between colleagues.
      case COMPANY ->
          reader.findActing().filter(a -> a.companyId().toString().equals(board.id())).isPresent()
              ? plugged.titles().find(board, locale, reader)
              : Optional.empty();
      case ACTIVITY, DEPARTEMENT, CONTEST -> plugged.titles().find(board, locale, reader);
    };
  }
}
