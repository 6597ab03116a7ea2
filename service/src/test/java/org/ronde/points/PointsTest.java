package org.ronde.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronde.points.Playground.MONDAY;
import static org.ronde.points.Playground.act;
import static org.ronde.points.Playground.member;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.db.TestDatabase;
import org.ronde.ids.MemberId;

@Tag("database")
class PointsTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Playground play = new Playground(database);
  private final MemberId anne = member();
  private final MemberId bruno = member();

  @Test
  void writesAnAwardOnceHoweverOftenItIsTold() {
    Award award = act(anne).worth(35).award();
    Entry first = play.points.award(award);

    for (int i = 0; i < 20; i++) {
      assertThat(play.points.award(award)).isEqualTo(first);
    }

    assertThat(first.points()).isEqualTo(35);
    assertThat(play.points.balance(anne)).isEqualTo(35);
    assertThat(play.points.entries(award.cause())).containsExactly(first);
    play.keeper.keepUp();
    assertThat(play.verifier.verify()).isEmpty();
    assertThat(play.boards.standing(BoardKey.GLOBAL, anne)).get().isEqualTo(new Boards.Standing(anne, 35, 1));
  }

  @Test
  void countsTheSamePairLessAndLessWithinThirtyDays() {
    for (int day = 0; day < 5; day++) {
      play.points.award(act(anne).worth(100).by(bruno).at(MONDAY.plus(Duration.ofDays(day))).award());
    }

    assertThat(play.points.balance(anne)).isEqualTo(100 + 50 + 25);
  }
}
