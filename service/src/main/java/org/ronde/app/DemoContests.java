package org.ronde.app;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ronde.contests.ContestDraft;
import org.ronde.contests.ContestsRoom;
import org.ronde.contests.Terms;
import org.ronde.http.Actor;
import org.ronde.ids.ActivityId;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ContestId;
import org.ronde.ids.Ids;
import org.ronde.points.Award;
import org.ronde.points.Cause;
import org.ronde.points.Effort;
import org.ronde.points.ValidationLevel;

/** Months of points for the people of the demo world, and contests at every stage. */
final class DemoContests {
  private static final int WEEKS = 20;
  private static final List<String> ACTIVITIES =
      List.of("running", "petanque", "pillow-fight", "chess", "origami", "juggling-three-balls");
  private static final List<String> PLAYERS =
      List.of(
          "claire", "lucie", "hugo", "jerome", "mathieu", "ines", "elise", "kate", "marc", "nadia",
          "samuel", "paul");

  private final PlayRooms play;
  private final ContestsRoom contests;
  private final Ids ids;
  private final Actor operator;
  private final Map<String, Actor> people;
  private final DemoPast past;

  DemoContests(Rooms rooms, Actor operator, Map<String, Actor> people, DemoPast past) {
    this.play = rooms.play();
    this.contests = play.contests();
    this.ids = rooms.edges().ids();
    this.operator = operator;
    this.people = people;
    this.past = past;
  }

  void fill() {
    ContestId draw = created(draft(Terms.Kind.DRAW, "d’automne", "Autumn", -20, -12, 24));
    ContestId frozen = created(draft(Terms.Kind.MERIT, "des nappes", "Tablecloth", -10, 1, 48));
    ContestId running = created(draft(Terms.Kind.MERIT, "du Capitole", "Capitole", -6, 8, 24));
    ContestId coming = created(draft(Terms.Kind.DRAW, "de l’hiver", "Winter", 7, 21, 24));
    created(draft(Terms.Kind.MERIT, "du printemps", "Spring", 90, 120, 24));
    past.daysAgo(21, () -> begin(draw, PLAYERS));
    past.daysAgo(11, () -> begin(frozen, PLAYERS.subList(2, 9)));
    past.daysAgo(7, () -> begin(running, PLAYERS.subList(0, 8)));
    contests.organising().publish(operator, coming, "");
    past.daysAgo(20, contests.course()::advance);
    past.daysAgo(10, contests.course()::advance);
    past.daysAgo(6, contests.course()::advance);
    score();
    // The draw closed, settled, was drawn, and the days for objections are over.
    past.daysAgo(12, contests.course()::advance);
    past.daysAgo(10, contests.course()::advance);
    past.daysAgo(9, contests.course()::advance);
    past.daysAgo(4, contests.course()::advance);
    contests.course().advance();
    play.points().boards().catchUp();
  }

  private void begin(ContestId id, List<String> entrants) {
    contests.organising().publish(operator, id, "");
    for (String key : entrants) {
      contests.contests().enter(who(key), id, "", !key.equals("nadia"));
    }
  }

  /** Oldest first: some come every week, others now and then. */
  private void score() {
    for (int week = WEEKS - 1; week >= 0; week--) {
      for (int n = 0; n < PLAYERS.size(); n++) {
        if ((week + n) % (1 + n / 4) == 0) {
          award(n, week);
        }
      }
    }
    play.points().boards().catchUp();
  }

  private void award(int n, int week) {
    Actor member = who(PLAYERS.get(n));
    Actor believer = who(PLAYERS.get((n + 1 + week) % PLAYERS.size()));
    boolean alone = believer.equals(member);
    ActivityId activity =
        play.activities().activity(ACTIVITIES.get((n + week / 4) % ACTIVITIES.size())).id();
    UUID cause = ids.next();
    play.points()
        .points()
        .award(
            new Award(
                new Cause("attempt-award", cause),
                member.memberId(),
                new Effort(1 + (n + week) % 3, week % 4 == 3, week % 2 == 0, week % 5 == 0, 0),
                ValidationLevel.WITNESSES,
                alone ? null : believer.memberId(),
                past.daysAgo(7 * week + 2).minus(Duration.ofMinutes(7L * n)),
                DemoPlay.ZONE,
                activity,
                company(member),
                "31",
                true));
  }

  private static @Nullable CompanyId company(Actor member) {
    return member.findActing().map(Actor.Acting::companyId).orElse(null);
  }

  private ContestId created(ContestDraft draft) {
    return contests.organising().create(operator, draft).id();
  }

  /**
   * A contest between two days from today; {@code freezeHours} before its end the board stands
   * still.
   */
  private ContestDraft draft(
      Terms.Kind kind, String ofFr, String nameEn, int opens, int closes, int freezeHours) {
    return new ContestDraft(
        kind,
        nameEn + " Cup",
        "Coupe " + ofFr,
        "Run, throw, play: whatever somebody else believes counts.",
        "Courez, lancez, jouez : tout ce que quelqu’un d’autre a cru compte.",
        "Ronde, 1 place du Capitole, 31000 Toulouse",
        Terms.ZoneMode.FIXED,
        DemoPlay.ZONE.getId(),
        null,
        day(opens),
        day(closes).minusHours(freezeHours),
        day(closes),
        day(closes + 2),
        day(closes + 3),
        ValidationLevel.WITNESSES,
        List.of(),
        List.of(),
        List.of(),
        1,
        10L,
        20,
        2,
        1L,
        Terms.Source.COMMITMENT,
        72,
        "concours@ronde.example",
        "",
        List.of(
            new ContestDraft.PrizeDraft("Un panier du marché", 40_00L, null, null),
            new ContestDraft.PrizeDraft("Une bouteille de fronton", 12_00L, null, null)));
  }

  private LocalDateTime day(int daysFromToday) {
    Instant day = past.daysAgo(-daysFromToday);
    return LocalDateTime.ofInstant(day, DemoPlay.ZONE);
  }

  private Actor who(String key) {
    return Objects.requireNonNull(people.get(key), key);
  }
}
