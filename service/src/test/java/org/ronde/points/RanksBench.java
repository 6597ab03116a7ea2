package org.ronde.points;

import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.ronde.ids.MemberId;

/** The part of {@link PointsBench} about ranks: the place of one among five million. */
final class RanksBench {
  private static final int CROWD = 5_000_000;
  private static final int LOOKS = 2_000;
  private static final int REST_MILLIS = 30_000;

  private final Jdbi jdbi;
  private final Boards boards;

  RanksBench(Jdbi jdbi, Boards boards) {
    this.jdbi = jdbi;
    this.boards = boards;
  }

  /** Five million members on one board, most with few points, some with many. */
  void run() throws InterruptedException {
    BoardKey key = new BoardKey(BoardKey.Kind.MONTH, "1999-12");
    jdbi.useHandle(handle -> Crowd.fill(handle, key, CROWD));
    // The database still writes five million rows to disk, which no day of a real board does.
    Thread.sleep(REST_MILLIS);
    long board =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT board_id FROM board WHERE kind = 'MONTH' AND id = '1999-12'")
                    .mapTo(long.class)
                    .one());
    RandomGenerator random = RandomGeneratorFactory.getDefault().create(11);
    look(
        "rank among %,d".formatted(CROWD),
        LOOKS,
        () -> boards.standing(key, Crowd.member(random.nextInt(CROWD))).orElseThrow().rank());
    look(
        "me and 5 on each side",
        LOOKS,
        () -> boards.around(key, Crowd.member(random.nextInt(CROWD)), 5).size());
    look(
        "COUNT(*) of more points",
        20,
        () -> {
          long mine =
              boards.standing(key, Crowd.member(random.nextInt(CROWD))).orElseThrow().points();
          return counted(board, mine);
        });
    exact(key, board, random);
  }

  private void exact(BoardKey key, long board, RandomGenerator random) {
    int wrong = 0;
    for (int i = 0; i < 10; i++) {
      Boards.Standing one = boards.standing(key, Crowd.member(random.nextInt(CROWD))).orElseThrow();
      wrong += counted(board, one.points()) == one.rank() ? 0 : 1;
    }
    System.out.printf(
        Locale.ROOT, "%-28s %8d of 10 ranks differ from COUNT(*)%n", "exactness", wrong);
  }

  private long counted(long board, long points) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT 1 + COUNT(*) FROM board_score WHERE board_id = ? AND points > ?")
                .bind(0, board)
                .bind(1, points)
                .mapTo(long.class)
                .one());
  }

  private interface Look {
    long once();
  }

  private static void look(String what, int times, Look look) {
    for (int i = 0; i < times; i++) {
      look.once();
    }
    long[] nanos = new long[times];
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      look.once();
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "%-28s p50 %9.2f ms, p99 %9.2f ms%n",
        what,
        nanos[times / 2] / 1e6,
        nanos[(int) Math.ceil(times * 0.99) - 1] / 1e6);
  }

  /** A board of very many, written without a ledger behind it. */
  private static final class Crowd {
    private static final int ROWS = 100_000;

    private Crowd() {}

    static MemberId member(int number) {
      return new MemberId(new UUID(11, number));
    }

    static void fill(Handle handle, BoardKey key, int crowd) {
      handle.execute("INSERT INTO board (kind, id) VALUES (?, ?)", key.kind().name(), key.id());
      handle.execute("SET @board = LAST_INSERT_ID()");
      for (int from = 0; from < crowd; from += ROWS) {
        handle.execute(
            """
            INSERT INTO board_score (board_id, member_id, points, tie)
            WITH digit AS (
              SELECT 0 AS d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4
              UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8
              UNION ALL SELECT 9)
            SELECT @board, UNHEX(CONCAT(LPAD(HEX(11), 16, '0'), LPAD(HEX(n), 16, '0'))),
                   1 + FLOOR(POW(RAND(n), 6) * 60000), UNHEX(LPAD(HEX(n), 26, '0'))
            FROM (SELECT ? + a.d + 10 * b.d + 100 * c.d + 1000 * d.d + 10000 * e.d AS n
                  FROM digit a, digit b, digit c, digit d, digit e) numbers
            """,
            from);
      }
      handle.execute(
          """
          INSERT INTO board_hist (board_id, points, n)
          SELECT board_id, points, COUNT(*) FROM board_score WHERE board_id = @board GROUP BY board_id, points
          """);
      handle.execute(
          """
          INSERT INTO board_hist_coarse (board_id, bucket, n)
          SELECT board_id, points DIV 256, SUM(n) FROM board_hist WHERE board_id = @board GROUP BY board_id, points DIV 256
          """);
    }
  }
}
