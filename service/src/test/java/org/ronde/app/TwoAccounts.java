package org.ronde.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.activities.Level;
import org.ronde.activities.PracticeTerms;
import org.ronde.activities.Slots;
import org.ronde.challenges.Attempts;
import org.ronde.challenges.Kind;
import org.ronde.challenges.Launch;
import org.ronde.db.TestDatabase;
import org.ronde.evidence.Submission;
import org.ronde.http.Actor;
import org.ronde.ids.ActivityId;
import org.ronde.ids.AttemptId;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.HappeningId;
import org.ronde.ids.MemberId;
import org.ronde.ids.Subject;
import org.ronde.members.Uniting;
import org.ronde.points.Award;
import org.ronde.points.Cause;
import org.ronde.points.Effort;
import org.ronde.points.ValidationLevel;

/** Two accounts of one person, a friend, and what they can do in every room. */
abstract class TwoAccounts {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  static final String OLD = "hugo@boulangerie.example";
  static final String NEW = "hugo@home.example";
  static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  final Rooms rooms = Rooms.build(new RondeConfiguration(), database.open(), database.clock());
  final PlayRooms play = rooms.play();
  Actor old = nobody();
  Actor hugo = nobody();
  Actor anne = nobody();

  static Actor nobody() {
    return new Actor(new MemberId(new UUID(0, 0)), "", Locale.FRENCH, false, null, null);
  }

  @BeforeEach
  final void people() {
    play.activities().catalogue().load();
    old = person(OLD, "Hugo Boulanger");
    hugo = person(NEW, "Hugo Roux");
    anne = person("anne@home.example", "Anne Petit");
  }

  Actor person(String email, String name) {
    MemberId member = rooms.members().seeds().member(email, name, Locale.FRENCH);
    return new Actor(member, name, Locale.FRENCH, false, null, "a page's token");
  }

  void unite() {
    Uniting.unite(rooms.members(), old.memberId(), hugo);
    play.points().boards().catchUp();
    assertThat(TestRooms.broken(rooms)).isEmpty();
  }

  ActivityId activity(String code) {
    return play.activities().activity(code).id();
  }

  void practise(Actor actor, String code, Level level) {
    play.activities()
        .practices()
        .put(
            actor,
            activity(code),
            new PracticeTerms(
                level,
                play.gazetteer().resolve("Toulouse (31)").orElseThrow(),
                Slots.of(List.of(Slots.find("SATURDAY_MORNING").orElseThrow())),
                true,
                true,
                true));
  }

  void befriend(Actor one, Actor other) {
    play.social().friends().ask(one, other.memberId());
    play.social().friends().ask(other, one.memberId());
  }

  Cause award(Actor doer, Cause cause, Actor voucher) {
    play.points()
        .points()
        .award(
            new Award(
                cause,
                doer.memberId(),
                new Effort(3, false, false, false, 0),
                ValidationLevel.OPPONENT,
                voucher.memberId(),
                database.clock().instant(),
                PARIS,
                null,
                null,
                "31",
                true));
    return cause;
  }

  static Cause cause() {
    return new Cause("attempt-award", UUID.randomUUID());
  }

  long balance(Actor actor) {
    return play.points().points().balance(actor.memberId());
  }

  HappeningId happening(Actor by) {
    UUID id = UUID.randomUUID();
    database
        .jdbi()
        .useHandle(
            handle -> {
              handle
                  .createUpdate(
                      """
                      INSERT INTO happening (happening_id, kind, member_id, challenge_id,
                        activity_id, title, open_to_all, happened_at)
                      VALUES (:id, 'VALIDATED', :member, :id, :id, 'Hop', TRUE, UTC_TIMESTAMP(6))
                      """)
                  .bind("id", new HappeningId(id))
                  .bind("member", by.memberId())
                  .execute();
              handle
                  .createUpdate(
                      "INSERT INTO happening_person (happening_id, member_id)"
                          + " VALUES (:id, :member)")
                  .bind("id", new HappeningId(id))
                  .bind("member", by.memberId())
                  .execute();
            });
    return new HappeningId(id);
  }

  void submit(Actor owner, Subject subject, Set<MemberId> viewers) {
    play.evidence()
        .proofs()
        .submit(
            new Submission(
                subject,
                owner.memberId(),
                viewers,
                "Fait.",
                null,
                "",
                database.clock().instant(),
                play.evidence().proofs().inspect(List.of(), null),
                "",
                List.of()));
  }

  ChallengeId dare(Actor author, Actor other, int metres) {
    befriend(author, other);
    ChallengeId id =
        play.challenges()
            .launch(
                author,
                new Launch(
                    Kind.DUEL,
                    activity("running"),
                    "Une course",
                    BigDecimal.valueOf(metres),
                    database.clock().instant().plus(Duration.ofDays(5)),
                    PARIS,
                    Kind.Audience.INVITED,
                    Set.of(other.memberId()),
                    Set.of(),
                    "",
                    Launch.Options.usual(Kind.DUEL)));
    play.challenges().answers().accept(other, id, 1, "");
    return id;
  }

  void prove(Actor doer, ChallengeId id, int metres) {
    play.challenges()
        .attempts()
        .prove(
            doer,
            id,
            new Attempts.Sent(
                "Fait.",
                BigDecimal.valueOf(metres),
                null,
                "",
                DemoPicture.TRACK.sent(play.evidence().proofs()),
                Set.of()));
  }

  AttemptId attempt(Actor doer, ChallengeId id) {
    return Objects.requireNonNull(
            play.challenges().board().challenge(doer, Locale.FRENCH, id).mine())
        .id();
  }

  void run(Actor doer, Actor other, int metres) {
    ChallengeId id = dare(other, doer, metres);
    prove(doer, id, metres);
    play.challenges().attempts().believe(other, attempt(doer, id));
  }
}
