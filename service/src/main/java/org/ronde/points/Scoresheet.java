package org.ronde.points;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ronde.ids.MemberId;

/** Writes scores together with the histograms they belong to: there is no other way to write. */
final class Scoresheet {
  /** Rows of one statement. */
  static final int ROWS_MAX = 1_000;

  /** What becomes of a member's score. */
  sealed interface Change {
    Tie.Score after(Tie.Score before);
  }

  /** More points than before, reached now; none leaves all as it was. */
  record Add(long points, Tie tie) implements Change {
    @Override
    public Tie.Score after(Tie.Score before) {
      return points == 0 ? before : new Tie.Score(before.points() + points, tie.bytes());
    }
  }

  /** So many points, whatever there was; with none the member leaves the board. */
  record Put(long points, Tie tie) implements Change {
    static final Put NOTHING = new Put(0, Tie.reached(0));

    @Override
    public Tie.Score after(Tie.Score before) {
      return points == 0 ? Tie.Score.NONE : new Tie.Score(points, tie.bytes());
    }
  }

  private final BoardDao dao;

  Scoresheet(BoardDao dao) {
    this.dao = dao;
  }

  /** Empties a board, to count it from nothing. */
  void clear(BoardKey key) {
    long board = id(boards(List.of(key)), key);
    dao.clearScores(board);
    dao.clearHist(board);
    dao.clearHistCoarse(board);
    dao.touch(List.of(board));
  }

  void write(Map<BoardKey, Map<MemberId, Change>> changes) {
    if (changes.isEmpty()) {
      return;
    }
    Map<BoardKey, Long> ids = boards(changes.keySet());
    List<BoardDao.ScoreRow> rows = new ArrayList<>();
    List<BoardDao.Move> moves = new ArrayList<>();
    List<BoardDao.Move> coarse = new ArrayList<>();
    Map<Long, Map<MemberId, Tie.Score>> now = now(changes.values());
    changes.forEach(
        (key, members) -> {
          long board = id(ids, key);
          Map<MemberId, Tie.Score> before = now.getOrDefault(board, Map.of());
          Map<Long, Long> hist = new HashMap<>();
          List<MemberId> gone = new ArrayList<>();
          members.forEach(
              (member, change) -> {
                Tie.Score old = before.getOrDefault(member, Tie.Score.NONE);
                Tie.Score next = change.after(old);
                if (next.points() > 0 && !next.equals(old)) {
                  rows.add(new BoardDao.ScoreRow(board, member, next.points(), next.tie()));
                } else if (next.points() == 0 && old.points() > 0) {
                  gone.add(member);
                }
                hist.merge(old.points(), -1L, Long::sum);
                hist.merge(next.points(), 1L, Long::sum);
              });
          parts(gone).forEach(some -> dao.leave(board, some));
          // Nobody stands on a board without points.
          hist.remove(0L);
          moves.addAll(moves(board, hist));
          coarse.addAll(moves(board, coarse(hist)));
        });
    dao.score(rows);
    dao.move(moves);
    dao.moveCoarse(coarse);
    parts(List.copyOf(ids.values())).forEach(dao::touch);
  }

  /**
   * The scores as they are on whatever board: a batch touches so many boards that to name them
   * costs the database more than to read what is not needed.
   */
  private Map<Long, Map<MemberId, Tie.Score>> now(Collection<Map<MemberId, Change>> changes) {
    Set<MemberId> members = new HashSet<>();
    changes.forEach(ofBoard -> members.addAll(ofBoard.keySet()));
    Map<Long, Map<MemberId, Tie.Score>> now = new HashMap<>();
    for (List<MemberId> some : parts(List.copyOf(members))) {
      for (BoardDao.ScoreRow row : dao.scores(some)) {
        now.computeIfAbsent(row.boardId(), unused -> new HashMap<>())
            .put(row.memberId(), new Tie.Score(row.points(), row.tie()));
      }
    }
    return now;
  }

  private static Map<Long, Long> coarse(Map<Long, Long> hist) {
    Map<Long, Long> coarse = new HashMap<>();
    hist.forEach((points, n) -> coarse.merge(points / Boards.BUCKET, n, Long::sum));
    return coarse;
  }

  private static List<BoardDao.Move> moves(long board, Map<Long, Long> hist) {
    return hist.entrySet().stream()
        .filter(move -> move.getValue() != 0)
        .map(move -> new BoardDao.Move(board, move.getKey(), move.getValue()))
        .toList();
  }

  /** The numbers of these boards, which are opened when nobody stood on them before. */
  private Map<BoardKey, Long> boards(Collection<BoardKey> keys) {
    Map<BoardKey, Long> ids = find(keys);
    if (ids.size() < keys.size()) {
      List<BoardKey> missing = keys.stream().filter(key -> !ids.containsKey(key)).toList();
      dao.open(missing);
      ids.putAll(find(missing));
    }
    return ids;
  }

  private Map<BoardKey, Long> find(Collection<BoardKey> keys) {
    Map<BoardKey, Long> ids = new HashMap<>();
    for (BoardKey.Kind kind : BoardKey.Kind.values()) {
      TreeSet<String> names = new TreeSet<>();
      keys.stream().filter(key -> key.kind() == kind).forEach(key -> names.add(key.id()));
      parts(List.copyOf(names))
          .forEach(
              some -> dao.boards(kind, some).forEach(row -> ids.put(row.key(), row.boardId())));
    }
    return ids;
  }

  private static long id(Map<BoardKey, Long> ids, BoardKey key) {
    Long id = ids.get(key);
    if (id == null) {
      throw new IllegalStateException("The board %s was not opened.".formatted(key));
    }
    return id;
  }

  static <T> List<List<T>> parts(List<T> rows) {
    List<List<T>> parts = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += ROWS_MAX) {
      parts.add(rows.subList(from, Math.min(rows.size(), from + ROWS_MAX)));
    }
    return parts;
  }
}
