package org.ronde.points;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.MemberId;

/**
 * Reads boards: exact ranks, 1-2-2-4, at most two seconds behind the ledger. Members with the same
 * points share their rank; among them goes first, on a contest's board, whose strongest validation,
 * number of activities, then of people who vouched is larger, and on every board who reached the
 * points first by the one sequence in which entries are chained. An id never decides.
 *
 * <p>What a frozen contest veils is on no board.
 */
public final class Boards {
  /** The histogram's second level counts so many values at a time. */
  static final int BUCKET = 256;

  private final BoardDao dao;
  private final Scorekeeper keeper;

  /**
   * One row of a board.
   *
   * @param rank 1 + the number of members with more points
   */
  public record Standing(MemberId member, long points, long rank) {}

  /**
   * A board as a member sees it.
   *
   * @param version grows with each change
   * @param size how many stand on it
   * @param mine where the member stands, or null
   * @param below how many have fewer points than the member
   * @param around the member and those near; empty when the top shows the member already
   */
  public record Sight(
      long version,
      long size,
      @Nullable Standing mine,
      long below,
      List<Standing> around,
      List<Standing> top) {
    private static final Sight NOBODY = new Sight(0, 0, null, 0, List.of(), List.of());
  }

  public Boards(Jdbi jdbi, Scorekeeper keeper) {
    this.dao = jdbi.onDemand(BoardDao.class);
    this.keeper = keeper;
  }

  /** Where a member stands; empty when they are not on the board. */
  public Optional<Standing> standing(BoardKey board, MemberId member) {
    return dao.findBoard(board)
        .flatMap(row -> dao.findScore(row.boardId(), member))
        .map(score -> standing(score, rank(score)));
  }

  /**
   * All that a page shows of a board.
   *
   * @param rows how many of the top
   * @param each how many on each side of the member
   */
  public Sight sight(BoardKey board, MemberId member, int rows, int each) {
    return dao.findBoard(board).map(row -> sight(row, member, rows, each)).orElse(Sight.NOBODY);
  }

  private Sight sight(BoardDao.BoardRow board, MemberId member, int rows, int each) {
    long id = board.boardId();
    List<Standing> top = ranked(dao.top(id, rows), 1, Map.of());
    long size = dao.size(id);
    Optional<Standing> shown = top.stream().filter(one -> one.member().equals(member)).findFirst();
    List<Standing> around =
        shown.isPresent()
            ? List.of()
            : dao.findScore(id, member).map(score -> around(score, each)).orElse(List.of());
    Standing mine =
        shown
            .or(() -> around.stream().filter(one -> one.member().equals(member)).findFirst())
            .orElse(null);
    long below = mine == null ? 0 : size - (mine.rank() - 1) - having(id, mine.points());
    return new Sight(board.version(), size, mine, below, around, top);
  }

  private long having(long board, long points) {
    return dao.buckets(board, points, points).stream().mapToLong(BoardDao.Bucket::n).sum();
  }

  /** The first rows in order of rank, then of the published order among equals. */
  public List<Standing> top(BoardKey board, int max) {
    return dao.findBoard(board)
        .map(row -> ranked(dao.top(row.boardId(), max), 1, Map.of()))
        .orElse(List.of());
  }

  /** Up to {@code each} rows above and below a member, and the member. */
  public List<Standing> around(BoardKey board, MemberId member, int each) {
    return dao.findBoard(board)
        .flatMap(row -> dao.findScore(row.boardId(), member))
        .map(me -> around(me, each))
        .orElse(List.of());
  }

  private List<Standing> around(BoardDao.ScoreRow me, int each) {
    List<BoardDao.ScoreRow> rows = new ArrayList<>();
    rows.addAll(dao.equalBefore(me.boardId(), me.points(), me.tie(), each));
    if (rows.size() < each) {
      rows.addAll(dao.moreThan(me.boardId(), me.points(), each - rows.size()));
    }
    Collections.reverse(rows);
    rows.add(me);
    List<BoardDao.ScoreRow> after =
        new ArrayList<>(dao.equalAfter(me.boardId(), me.points(), me.tie(), each));
    if (after.size() < each) {
      after.addAll(dao.lessThan(me.boardId(), me.points(), each - after.size()));
    }
    rows.addAll(after);
    BoardDao.ScoreRow first = rows.get(0);
    Map<Long, Long> having = new HashMap<>();
    dao.buckets(me.boardId(), rows.get(rows.size() - 1).points(), first.points())
        .forEach(bucket -> having.put(bucket.points(), bucket.n()));
    return ranked(rows, rank(first), having);
  }

  /**
   * Ranks consecutive rows.
   *
   * @param having how many members have the same points; rows alone tell when they start the board
   */
  private static List<Standing> ranked(
      List<BoardDao.ScoreRow> rows, long firstRank, Map<Long, Long> having) {
    List<Standing> standings = new ArrayList<>();
    long rank = firstRank;
    for (int i = 0; i < rows.size(); i++) {
      BoardDao.ScoreRow row = rows.get(i);
      if (i > 0 && rows.get(i - 1).points() != row.points()) {
        Long before = having.get(rows.get(i - 1).points());
        rank = before == null ? firstRank + i : rank + before;
      }
      standings.add(standing(row, rank));
    }
    return standings;
  }

  /** How many members stand on the board. */
  public long size(BoardKey board) {
    return dao.findBoard(board).map(row -> dao.size(row.boardId())).orElse(0L);
  }

  /**
   * The members of a circle that stand on a board, ranked among themselves.
   *
   * @param circle at most a few thousand members
   */
  public List<Standing> among(BoardKey board, Collection<MemberId> circle) {
    Optional<BoardDao.BoardRow> row = dao.findBoard(board);
    if (row.isEmpty() || circle.isEmpty()) {
      return List.of();
    }
    List<BoardDao.ScoreRow> scores = new ArrayList<>();
    Scoresheet.parts(List.copyOf(circle))
        .forEach(some -> scores.addAll(dao.scores(row.get().boardId(), some)));
    scores.sort(
        Comparator.comparingLong(BoardDao.ScoreRow::points)
            .reversed()
            .thenComparing(BoardDao.ScoreRow::tie, Arrays::compareUnsigned));
    return ranked(scores, 1, Map.of());
  }

  /** Boards a member stands on, at most {@code max}. */
  public List<BoardKey> of(MemberId member, int max) {
    return dao.boardsOf(member, max).stream().map(BoardDao.BoardRow::key).toList();
  }

  /** Grows with each change of a board; 0 while nobody stands on it. */
  public long version(BoardKey board) {
    return dao.findBoard(board).map(BoardDao.BoardRow::version).orElse(0L);
  }

  /**
   * Counts a board afresh: asks {@link Contesting#boards} again for every entry. Reads the whole
   * ledger; when one member enters a contest, {@link #recount(BoardKey, Set)} is meant.
   */
  public void recount(BoardKey board) {
    keeper.recount(board, Instant.EPOCH, Set.of());
  }

  /** Counts a board afresh, of members who did something since an instant. */
  public void recount(BoardKey board, Instant since) {
    keeper.recount(board, since, Set.of());
  }

  /**
   * Counts these members' entries for a board afresh, in the caller's transaction: they entered a
   * contest, or left it.
   */
  public void recount(BoardKey board, Set<MemberId> members) {
    if (!members.isEmpty()) {
      keeper.recount(board, Instant.EPOCH, members);
    }
  }

  /** Applies what was veiled and is no more, in the caller's transaction; returns when it shows. */
  public void unveil() {
    keeper.unveil();
  }

  /** Applies what was written up to now, in the caller's transaction; returns when it shows. */
  public void catchUp() {
    keeper.catchUp();
  }

  private long rank(BoardDao.ScoreRow score) {
    return 1 + dao.above(score.boardId(), score.points());
  }

  private static Standing standing(BoardDao.ScoreRow row, long rank) {
    return new Standing(row.memberId(), row.points(), rank);
  }
}
