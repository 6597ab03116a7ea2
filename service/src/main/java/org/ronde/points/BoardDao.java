package org.ronde.points;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.ronde.ids.MemberId;

/** The chain and the boards: written by {@link Scorekeeper} alone. */
// Hashes and ties are bytes; their rows are read and written, and nobody compares two of them.
@SuppressWarnings("ArrayRecordComponent")
interface BoardDao {
  /** Where the chain ends. */
  record End(long seq, byte[] hash) {}

  /** A board as it is stored. */
  record BoardRow(long boardId, BoardKey.Kind kind, String id, long version) {
    BoardKey key() {
      return new BoardKey(kind, id);
    }
  }

  /** A member's row of a board. */
  record ScoreRow(long boardId, MemberId memberId, long points, byte[] tie) {}

  /** A line and its place in the chain. */
  record Placed(long entryId, long seq) {}

  /** How many members have these points. */
  record Bucket(long points, long n) {}

  /** A change of a bucket. */
  record Move(long boardId, long points, long n) {}

  /** A published head. */
  record HeadRow(LocalDate day, long seq, byte[] hash, Instant publishedAt) {}

  @SqlUpdate("INSERT IGNORE INTO points_chain (chain, seq, hash) VALUES (1, 0, :start)")
  void begin(byte[] start);

  @SqlQuery("SELECT seq, hash FROM points_chain FOR UPDATE")
  Optional<End> lock();

  @SqlQuery("SELECT seq, hash FROM points_chain FOR UPDATE SKIP LOCKED")
  Optional<End> findFree();

  @SqlQuery("SELECT seq, hash FROM points_chain")
  Optional<End> findEnd();

  @SqlUpdate("UPDATE points_chain SET seq = :seq, hash = :hash")
  void extend(@BindMethods End end);

  @SqlQuery("SELECT COUNT(*) FROM (SELECT 1 FROM points_pending LIMIT 1) one")
  int pending();

  @SqlQuery(
      PointsDao.COLUMNS
          + """
          JOIN points_pending p ON p.entry_id = e.entry_id
          ORDER BY p.entry_id
          LIMIT :max
          """)
  List<Line> pending(int max);

  @SqlUpdate("DELETE FROM points_pending WHERE entry_id IN (<entries>)")
  void clear(@BindList Collection<Long> entries);

  @SqlBatch(
      """
      INSERT INTO points_seal (seq, entry_id, prev_hash, hash)
      VALUES (:seq, :entryId, :prevHash, :hash)
      """)
  void seal(@BindMethods List<Chain.Seal> seals);

  @SqlBatch("INSERT INTO points_veiled (entry_id) VALUES (:entries)")
  void veil(List<Long> entries);

  @SqlQuery(
      PointsDao.COLUMNS
          + """
          JOIN points_veiled v ON v.entry_id = e.entry_id
          ORDER BY e.entry_id
          """)
  List<Line> veiled();

  @SqlUpdate("DELETE FROM points_veiled WHERE entry_id IN (<entries>)")
  void unveil(@BindList Collection<Long> entries);

  @SqlQuery("SELECT entry_id, seq FROM points_seal WHERE entry_id IN (<entries>)")
  List<Placed> places(@BindList Collection<Long> entries);

  @SqlQuery(
      PointsDao.COLUMNS
          + PointsDao.SHOWN
          + "WHERE e.member_id IN (<members>) AND v.entry_id IS NULL ORDER BY e.entry_id")
  List<Line> shown(@BindList Collection<MemberId> members);

  @SqlQuery(
      """
      SELECT DISTINCT e.member_id
      FROM points_entry e
      JOIN points_seal s ON s.entry_id = e.entry_id
      WHERE e.effective_at >= :since AND e.member_id > :after
      ORDER BY e.member_id
      LIMIT :max
      """)
  List<MemberId> active(Instant since, MemberId after, int max);

  @SqlBatch("INSERT IGNORE INTO board (kind, id) VALUES (:kind, :id)")
  void open(@BindMethods Collection<BoardKey> boards);

  @SqlQuery("SELECT board_id, kind, id, version FROM board WHERE kind = :kind AND id IN (<ids>)")
  List<BoardRow> boards(BoardKey.Kind kind, @BindList Collection<String> ids);

  @SqlQuery("SELECT board_id, kind, id, version FROM board WHERE kind = :kind AND id = :id")
  Optional<BoardRow> findBoard(@BindMethods BoardKey board);

  @SqlQuery("SELECT board_id, kind, id, version FROM board WHERE board_id IN (<boards>)")
  List<BoardRow> boards(@BindList Collection<Long> boards);

  @SqlQuery(
      """
      SELECT b.board_id, b.kind, b.id, b.version
      FROM board_score s
      JOIN board b ON b.board_id = s.board_id
      WHERE s.member_id = :member
      ORDER BY b.kind, b.id DESC
      LIMIT :max
      """)
  List<BoardRow> boardsOf(MemberId member, int max);

  @SqlUpdate("UPDATE board SET version = version + 1 WHERE board_id IN (<boards>)")
  void touch(@BindList Collection<Long> boards);

  @SqlQuery(
      """
      SELECT board_id, member_id, points, tie
      FROM board_score
      WHERE board_id = :board AND member_id IN (<members>)
      """)
  List<ScoreRow> scores(long board, @BindList Collection<MemberId> members);

  /** On every board. */
  @SqlQuery(
      """
      SELECT board_id, member_id, points, tie
      FROM board_score
      WHERE member_id IN (<members>)
      """)
  List<ScoreRow> scores(@BindList Collection<MemberId> members);

  @SqlBatch(
      """
      INSERT INTO board_score (board_id, member_id, points, tie)
      VALUES (:boardId, :memberId, :points, :tie)
      ON DUPLICATE KEY UPDATE points = VALUES(points), tie = VALUES(tie)
      """)
  void score(@BindMethods List<ScoreRow> rows);

  @SqlUpdate("DELETE FROM board_score WHERE board_id = :board AND member_id IN (<members>)")
  void leave(long board, @BindList Collection<MemberId> members);

  @SqlBatch(
      """
      INSERT INTO board_hist (board_id, points, n)
      VALUES (:boardId, :points, :n)
      ON DUPLICATE KEY UPDATE n = n + VALUES(n)
      """)
  void move(@BindMethods List<Move> moves);

  @SqlBatch(
      """
      INSERT INTO board_hist_coarse (board_id, bucket, n)
      VALUES (:boardId, :points, :n)
      ON DUPLICATE KEY UPDATE n = n + VALUES(n)
      """)
  void moveCoarse(@BindMethods List<Move> moves);

  @SqlUpdate("DELETE FROM board_score WHERE board_id = :board")
  void clearScores(long board);

  @SqlUpdate("DELETE FROM board_hist WHERE board_id = :board")
  void clearHist(long board);

  @SqlUpdate("DELETE FROM board_hist_coarse WHERE board_id = :board")
  void clearHistCoarse(long board);

  // What boards are read by.

  @SqlQuery(
      """
      SELECT board_id, member_id, points, tie
      FROM board_score
      WHERE board_id = :board AND member_id = :member
      """)
  Optional<ScoreRow> findScore(long board, MemberId member);

  @SqlQuery(
      """
      SELECT
        (SELECT COALESCE(SUM(n), 0) FROM board_hist_coarse
         WHERE board_id = :board AND bucket > :points DIV 256)
        + (SELECT COALESCE(SUM(n), 0) FROM board_hist
           WHERE board_id = :board AND points > :points AND points < (:points DIV 256 + 1) * 256)
      """)
  long above(long board, long points);

  @SqlQuery("SELECT COALESCE(SUM(n), 0) FROM board_hist_coarse WHERE board_id = :board")
  long size(long board);

  @SqlQuery(
      """
      SELECT points, n
      FROM board_hist
      WHERE board_id = :board AND points BETWEEN :low AND :high AND n > 0
      ORDER BY points DESC
      """)
  List<Bucket> buckets(long board, long low, long high);

  @SqlQuery(
      """
      SELECT board_id, member_id, points, tie
      FROM board_score
      WHERE board_id = :board
      ORDER BY points DESC, tie
      LIMIT :max
      """)
  List<ScoreRow> top(long board, int max);

  @SqlQuery(
      """
      SELECT board_id, member_id, points, tie
      FROM board_score
      WHERE board_id = :board AND points = :points AND tie < :tie
      ORDER BY tie DESC
      LIMIT :max
      """)
  List<ScoreRow> equalBefore(long board, long points, byte[] tie, int max);

  @SqlQuery(
      """
      SELECT board_id, member_id, points, tie
      FROM board_score
      WHERE board_id = :board AND points > :points
      ORDER BY points, tie DESC
      LIMIT :max
      """)
  List<ScoreRow> moreThan(long board, long points, int max);

  @SqlQuery(
      """
      SELECT board_id, member_id, points, tie
      FROM board_score
      WHERE board_id = :board AND points = :points AND tie > :tie
      ORDER BY tie
      LIMIT :max
      """)
  List<ScoreRow> equalAfter(long board, long points, byte[] tie, int max);

  @SqlQuery(
      """
      SELECT board_id, member_id, points, tie
      FROM board_score
      WHERE board_id = :board AND points < :points
      ORDER BY points DESC, tie
      LIMIT :max
      """)
  List<ScoreRow> lessThan(long board, long points, int max);

  // The chain as published.

  @SqlUpdate(
      """
      INSERT IGNORE INTO points_head (day, seq, hash, published_at)
      SELECT UTC_DATE(), seq, hash, UTC_TIMESTAMP(6) FROM points_chain WHERE seq > 0
      """)
  int publish();

  @SqlQuery("SELECT day, seq, hash, published_at FROM points_head ORDER BY day DESC LIMIT :max")
  List<HeadRow> heads(int max);

  @SqlQuery(
      """
      SELECT seq, entry_id, prev_hash, hash
      FROM points_seal
      WHERE seq > :after
      ORDER BY seq
      LIMIT :max
      """)
  List<Chain.Seal> seals(long after, int max);

  @SqlQuery("SELECT seq, entry_id, prev_hash, hash FROM points_seal WHERE entry_id IN (<entries>)")
  List<Chain.Seal> sealsOf(@BindList Collection<Long> entries);

  @SqlQuery(PointsDao.COLUMNS + "WHERE e.entry_id IN (<entries>)")
  List<Line> lines(@BindList Collection<Long> entries);

  @SqlQuery(
      "SELECT board_id, kind, id, version FROM board WHERE kind = 'CONTEST' ORDER BY board_id")
  List<BoardRow> contestBoards();
}
