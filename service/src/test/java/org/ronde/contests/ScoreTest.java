package org.ronde.contests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ronde.contests.TallyDao.Point;
import org.ronde.ids.ActivityId;
import org.ronde.ids.MemberId;

/** Ties at a prize: E1. */
class ScoreTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final ActivityId RUNNING = new ActivityId(new UUID(0, 1));
  private static final ActivityId CHESS = new ActivityId(new UUID(0, 2));
  private static final MemberId ANNE = new MemberId(new UUID(1, 1));
  private static final MemberId BRUNO = new MemberId(new UUID(1, 2));

  private static Point point(
      long award,
      int points,
      int level,
      ActivityId activity,
      @Nullable MemberId voucher,
      Instant at) {
    return new Point(new EntrantId(new UUID(2, 2)), award, points, level, activity, voucher, at);
  }

  @Test
  void asksInThePublishedOrder() {
    List<Point> usual =
        List.of(point(1, 10, 2, RUNNING, ANNE, NOON), point(2, 10, 2, RUNNING, ANNE, NOON));
    Score points =
        Score.of("9", List.of(usual.get(0), point(2, 11, 1, RUNNING, ANNE, NOON.plusSeconds(9))));
    Score level =
        Score.of("8", List.of(usual.get(0), point(2, 10, 4, RUNNING, ANNE, NOON.plusSeconds(8))));
    Score activities =
        Score.of("7", List.of(usual.get(0), point(2, 10, 2, CHESS, ANNE, NOON.plusSeconds(7))));
    Score people =
        Score.of("6", List.of(usual.get(0), point(2, 10, 2, RUNNING, BRUNO, NOON.plusSeconds(6))));
    Score earlier = Score.of("5", usual);
    Score later =
        Score.of("4", List.of(usual.get(0), point(2, 10, 2, RUNNING, ANNE, NOON.plusSeconds(1))));
    Score last =
        Score.of("41", List.of(usual.get(0), point(2, 10, 2, RUNNING, ANNE, NOON.plusSeconds(1))));

    assertThat(
            Stream.of(last, later, earlier, people, activities, level, points)
                .sorted(Score.ORDER)
                .map(Score::pseudonym))
        .containsExactly("9", "8", "7", "6", "5", "4", "41");
  }

  @Test
  void letsNothingDecideThatIsWorthNothingAnyMore() {
    Score kept = Score.of("1", List.of(point(1, 10, 2, RUNNING, ANNE, NOON)));
    Score withRemains =
        Score.of(
            "1",
            List.of(
                point(1, 10, 2, RUNNING, ANNE, NOON),
                point(2, 20, 4, CHESS, BRUNO, NOON.plusSeconds(60)),
                point(2, -5, 4, CHESS, BRUNO, NOON.plusSeconds(60)),
                point(2, -15, 4, CHESS, BRUNO, NOON.plusSeconds(60)),
                point(3, 0, 4, CHESS, BRUNO, NOON.plusSeconds(90))));

    assertThat(withRemains).isEqualTo(kept);
  }

  @Test
  void showsNobodyBelowNothing() {
    Score score = Score.of("1", List.of(point(1, -30, 2, RUNNING, ANNE, NOON)));

    assertThat(score.points()).isZero();
    assertThat(score.reachedAt()).isNull();
  }
}
