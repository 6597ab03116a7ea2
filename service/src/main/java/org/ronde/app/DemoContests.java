package org.ronde.app;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ronde.contests.ContestDraft;
import org.ronde.contests.ContestsRoom;
import org.ronde.contests.Prize;
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

  /** A contest of the demo world: when it runs, in days from today, and who plays. */
  private record Cup(
      Terms.Kind kind,
      String ofFr,
      String nameEn,
      int opens,
      int closes,
      int freezeHours,
      List<String> players) {}

  /** Lets the days go by, with the clock of the contests, from the first act to today. */
  void fill() {
    Map<Cup, ContestId> cups = new LinkedHashMap<>();
    for (Cup cup :
        List.of(
            new Cup(Terms.Kind.DRAW, "des cerises", "Cherry", -135, -128, 24, PLAYERS),
            new Cup(Terms.Kind.DRAW, "d’automne", "Autumn", -34, -26, 24, PLAYERS),
            new Cup(Terms.Kind.MERIT, "des vendanges", "Grape", -16, -6, 24, PLAYERS.subList(0, 9)),
            new Cup(Terms.Kind.DRAW, "des noix", "Walnut", -13, -2, 24, PLAYERS.subList(8, 12)),
            new Cup(
                Terms.Kind.MERIT, "des nappes", "Tablecloth", -10, 1, 48, PLAYERS.subList(2, 9)),
            new Cup(Terms.Kind.MERIT, "du Capitole", "Capitole", -6, 8, 24, PLAYERS.subList(0, 8)),
            new Cup(Terms.Kind.MERIT, "de la pluie", "Rain", -5, 5, 24, PLAYERS.subList(0, 2)),
            new Cup(Terms.Kind.MERIT, "du brouillard", "Fog", -4, 10, 24, PLAYERS.subList(3, 6)),
            new Cup(Terms.Kind.DRAW, "de l’hiver", "Winter", 7, 21, 24, List.of()),
            new Cup(Terms.Kind.MERIT, "du printemps", "Spring", 90, 120, 24, List.of()))) {
      cups.put(cup, contests.organising().create(operator, draft(cup)).id());
    }
    for (int days = 7 * WEEKS; days >= 0; days--) {
      int ago = days;
      past.daysAgo(ago, () -> day(cups, ago));
    }
  }

  /** One day: who enters, what is proved, what the clock moves, what the organiser does. */
  private void day(Map<Cup, ContestId> cups, int ago) {
    cups.forEach(
        (cup, id) -> {
          // The rules are out the evening before, and today those of what is still to come.
          boolean soon = ago == 0 && cup.opens() > 0 && cup.opens() < 30;
          if (soon || ago == 1 - cup.opens()) {
            begin(id, cup.players());
          }
        });
    if (ago % 7 == 2) {
      score(ago / 7);
    }
    if (ago == 0) {
      award(2, 0);
    }
    play.points().boards().catchUp();
    contests.course().advance();
    cups.forEach((cup, id) -> organise(cup, id, ago));
  }

  private void organise(Cup cup, ContestId id, int ago) {
    if (cup.nameEn().equals("Rain") && ago == 3) {
      contests.organising().cancel(operator, id, "Il pleut sur le Capitole jusqu’à dimanche.");
    }
    if (cup.nameEn().equals("Fog") && ago == 1) {
      contests
          .organising()
          .suspend(operator, id, "On n’y voit goutte : reprise au premier soleil.");
    }
    if ((cup.nameEn().equals("Cherry") && ago == 120)
        || (cup.nameEn().equals("Autumn") && ago == 18)) {
      for (int place = 1; place <= 2; place++) {
        contests.awarding().handOver(operator, id, place, Prize.Guardian.OF_AGE);
      }
    }
    if (cup.nameEn().equals("Grape") && ago == 1) {
      contests
          .contests()
          .object(who("lucie"), id, "Ma sortie du samedi a été validée à temps, elle manque ici.");
    }
  }

  private void begin(ContestId id, List<String> players) {
    contests.organising().publish(operator, id, "");
    for (String key : players) {
      contests.contests().enter(who(key), id, "", !key.equals("nadia"));
    }
  }

  /** Some come every week, others now and then. */
  private void score(int week) {
    for (int n = 0; n < PLAYERS.size(); n++) {
      if ((week + n) % (1 + n / 4) == 0) {
        award(n, week);
      }
    }
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
                play.challenges().now().minus(Duration.ofMinutes(7L * n)),
                DemoPlay.ZONE,
                activity,
                company(member),
                "31",
                true));
  }

  private static @Nullable CompanyId company(Actor member) {
    return member.findActing().map(Actor.Acting::companyId).orElse(null);
  }

  /** Its board stands still some hours before the end. */
  private ContestDraft draft(Cup cup) {
    return new ContestDraft(
        cup.kind(),
        cup.nameEn() + " Cup",
        "Coupe " + cup.ofFr(),
        "Run, throw, play: whatever somebody else believes counts.",
        "Courez, lancez, jouez : tout ce que quelqu’un d’autre a cru compte.",
        "Ronde, 1 place du Capitole, 31000 Toulouse",
        Terms.ZoneMode.FIXED,
        DemoPlay.ZONE.getId(),
        null,
        day(cup.opens()),
        day(cup.closes()).minusHours(cup.freezeHours()),
        day(cup.closes()),
        day(cup.closes() + 2),
        day(cup.closes() + 3),
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
