package org.ronde.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ronde.activities.Level;
import org.ronde.activities.PartnerRequest;
import org.ronde.activities.Practice;
import org.ronde.activities.PracticeTerms;
import org.ronde.activities.Slots;
import org.ronde.db.TestDatabase;
import org.ronde.disputes.Dispute;
import org.ronde.evidence.Submission;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.ActivityId;
import org.ronde.ids.DisputeId;
import org.ronde.ids.HappeningId;
import org.ronde.ids.MemberId;
import org.ronde.ids.PartnerRequestId;
import org.ronde.ids.Subject;
import org.ronde.members.Obstacle;
import org.ronde.members.Traces;
import org.ronde.members.Uniting;
import org.ronde.notices.Notice;
import org.ronde.notices.Notices;
import org.ronde.points.Award;
import org.ronde.points.Cause;
import org.ronde.points.Effort;
import org.ronde.points.ValidationLevel;
import org.ronde.social.Friends;
import org.ronde.social.Stream;

/** Two accounts of one person become one, with every room plugged in: E17. */
@Tag("database")
class OneAccountTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String OLD = "hugo@boulangerie.example";
  private static final String NEW = "hugo@home.example";
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private final Rooms rooms =
      Rooms.build(new RondeConfiguration(), database.open(), database.clock());
  private final PlayRooms play = rooms.play();
  private Actor old = nobody();
  private Actor hugo = nobody();
  private Actor anne = nobody();

  private static Actor nobody() {
    return new Actor(new MemberId(new UUID(0, 0)), "", Locale.FRENCH, false, null, null);
  }

  @BeforeEach
  void people() {
    play.activities().catalogue().load();
    old = person(OLD, "Hugo Boulanger");
    hugo = person(NEW, "Hugo Roux");
    anne = person("anne@home.example", "Anne Petit");
  }

  private Actor person(String email, String name) {
    MemberId member = rooms.members().seeds().member(email, name, Locale.FRENCH);
    return new Actor(member, name, Locale.FRENCH, false, null, "a page's token");
  }

  private void unite() {
    Uniting.unite(rooms.members(), old.memberId(), hugo);
    play.points().boards().catchUp();
    assertThat(TestRooms.broken(rooms)).isEmpty();
  }

  private ActivityId activity(String code) {
    return play.activities().activity(code).id();
  }

  private void practise(Actor actor, String code, Level level) {
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

  private void befriend(Actor one, Actor other) {
    play.social().friends().ask(one, other.memberId());
    play.social().friends().ask(other, one.memberId());
  }

  private Cause award(Actor doer, Cause cause, Actor voucher) {
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

  private static Cause cause() {
    return new Cause("attempt-award", UUID.randomUUID());
  }

  private long balance(Actor actor) {
    return play.points().points().balance(actor.memberId());
  }

  private HappeningId happening(Actor by) {
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

  // Points

  @Test
  void movesPointsAndLeavesTheLedgerWhole() {
    award(old, cause(), anne);
    award(hugo, cause(), anne);
    long before = balance(old);

    unite();

    assertThat(before).isPositive();
    assertThat(balance(old)).isZero();
    assertThat(balance(hugo)).isPositive();
    assertThat(play.points().points().entries(old.memberId()))
        .as("what happened stays written")
        .hasSize(2);
    assertThat(play.points().points().shownBalance(hugo.memberId())).isEqualTo(balance(hugo));
  }

  @Test
  void capsThePointsOfADayOnTheUnion() {
    Actor alone = person("alone@home.example", "Al");
    for (int i = 0; i < 30; i++) {
      Actor voucher = person("v%d@home.example".formatted(i), "V");
      award(old, cause(), voucher);
      award(hugo, cause(), voucher);
      award(alone, cause(), voucher);
      award(alone, cause(), voucher);
    }
    assertThat(balance(old)).isEqualTo(balance(hugo));

    unite();

    assertThat(balance(hugo)).isEqualTo(balance(alone));
  }

  @Test
  void countsAnActOfBothOnceAndNoneByOnesOwnWord() {
    Cause both = cause();
    award(old, both, anne);
    award(hugo, both, anne);
    long one = balance(hugo);
    award(old, cause(), hugo);
    award(hugo, cause(), old);

    unite();

    assertThat(balance(hugo)).isEqualTo(one);
    assertThat(balance(old)).isZero();
  }

  // People and activities

  @Test
  void hasEachFriendOnce() {
    Actor bruno = person("bruno@home.example", "Bruno");
    Actor carla = person("carla@home.example", "Carla");
    Actor david = person("david@home.example", "David");
    befriend(old, hugo);
    befriend(old, anne);
    befriend(hugo, anne);
    befriend(old, bruno);
    play.social().friends().ask(carla, old.memberId());
    play.social().friends().ask(carla, hugo.memberId());
    play.social().friends().ask(carla, old.memberId());
    play.social().friends().ask(old, carla.memberId());
    play.social().friends().ask(david, old.memberId());

    unite();

    assertThat(play.social().friends().mine(hugo))
        .extracting(Friends.Friend::name, Friends.Friend::bond)
        .containsExactlyInAnyOrder(
            tuple("Anne Petit", Friends.Bond.FRIENDS),
            tuple("Bruno", Friends.Bond.FRIENDS),
            tuple("Carla", Friends.Bond.FRIENDS),
            tuple("David", Friends.Bond.ASKS));
    assertThat(play.social().friends().of(bruno.memberId())).containsExactly(hugo.memberId());
    assertThat(play.social().friends().of(old.memberId())).isEmpty();
    play.social().friends().ask(bruno, old.memberId());
    play.social().friends().end(bruno, old.memberId());
    assertThat(play.social().friends().of(bruno.memberId())).isEmpty();
  }

  @Test
  void practisesWhatBothPractiseOnce() {
    practise(old, "running", Level.EXPERT);
    practise(hugo, "running", Level.BEGINNER);
    practise(old, "chess", Level.REGULAR);

    unite();

    assertThat(play.activities().practices().of(hugo.memberId()))
        .extracting(practice -> practice.activity().code(), Practice::level)
        .containsExactlyInAnyOrder(
            tuple("running", Level.BEGINNER), tuple("chess", Level.REGULAR));
    assertThat(play.activities().practices().of(old.memberId())).isEmpty();
    assertThat(play.activities().activity("running").members()).isOne();
    assertThat(play.activities().activity("chess").members()).isOne();
    assertThat(play.activities().followers(activity("chess"))).containsExactly(hugo.memberId());
  }

  @Test
  void keepsRequestsToPlayWithOthersAndNoneToOneself() {
    practise(anne, "running", Level.REGULAR);
    practise(hugo, "running", Level.REGULAR);
    practise(old, "running", Level.REGULAR);
    ActivityId running = activity("running");
    play.activities().requests().ask(old, hugo.memberId(), running, "");
    play.activities().requests().ask(old, anne.memberId(), running, "Samedi ?");
    play.activities().requests().ask(hugo, anne.memberId(), running, "Dimanche ?");
    PartnerRequestId got = play.activities().requests().ask(anne, old.memberId(), running, "");

    unite();

    assertThat(play.activities().requests().mine(hugo).sent())
        .extracting(PartnerRequest::word)
        .containsExactly("Dimanche ?");
    assertThat(play.activities().requests().mine(hugo).got()).hasSize(1);
    play.activities().requests().answer(hugo, got, true, "");
    assertThat(play.activities().requests().partners(hugo.memberId()))
        .containsExactly(anne.memberId());
  }

  // Proofs, words, disputes, notices

  @Test
  void ownsTheProofsAndSeesWhatTheOtherSaw() {
    Subject mine = new Subject("attempt", UUID.randomUUID());
    Subject theirs = new Subject("attempt", UUID.randomUUID());
    submit(old, mine, Set.of(hugo.memberId()));
    submit(anne, theirs, Set.of(old.memberId(), hugo.memberId()));

    unite();

    assertThat(play.evidence().proofs().mine(hugo, 1).proofs()).hasSize(1);
    assertThat(play.evidence().proofs().of(hugo, List.of(mine, theirs))).hasSize(2);
    assertThat(play.evidence().proofs().of(old, List.of(mine, theirs))).isEmpty();
  }

  private void submit(Actor owner, Subject subject, Set<MemberId> viewers) {
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

  @Test
  void speaksAndApplaudsAsOne() {
    HappeningId ofAnne = happening(anne);
    HappeningId ofHugo = happening(hugo);
    HappeningId ofOld = happening(old);
    Stream stream = play.social().stream();
    stream.applaud(old, ofAnne);
    stream.applaud(hugo, ofAnne);
    stream.applaud(old, ofHugo);
    stream.comment(old, ofAnne, "Bravo !");

    unite();

    assertThat(stream.talk(anne, ofAnne).happening().applause()).isOne();
    assertThat(stream.talk(anne, ofHugo).happening().applause()).isZero();
    assertThat(stream.talk(hugo, ofAnne).comments())
        .singleElement()
        .satisfies(
            comment -> {
              assertThat(comment.mine()).isTrue();
              assertThat(comment.who()).isEqualTo("Hugo Roux");
            });
    assertThat(stream.talk(hugo, ofOld).happening().mine()).isTrue();
  }

  @Test
  void goesOnWithADisputeAndWaitsForOneBetweenTheTwo() {
    Subject subject = new Subject("other", UUID.randomUUID());
    DisputeId withAnne = open(subject, anne, old);
    DisputeId between = open(new Subject("other", UUID.randomUUID()), old, hugo);

    assertThat(Uniting.obstacles(rooms.members(), old.memberId(), hugo))
        .containsExactly(
            new Obstacle(Obstacle.Kind.DISPUTE, "Cinq kilomètres", "/disputes/" + between));
    assertThat(catchThrowableOfType(Refusal.class, this::unite).type())
        .isEqualTo(ProblemType.ACCOUNTS_TIED);
    play.desk().disputes().withdraw(old, between);
    unite();

    play.desk().disputes().say(hugo, withAnne, "Ma montre fait foi.");
    assertThat(play.desk().disputes().dispute(anne, withAnne).words())
        .extracting(Dispute.Word::member)
        .containsExactly(anne.memberId(), hugo.memberId());
  }

  private DisputeId open(Subject subject, Actor by, Actor against) {
    return play.desk()
        .disputes()
        .open(
            subject,
            by.memberId(),
            against.memberId(),
            "Cinq kilomètres",
            "/challenges",
            "Ce n’était pas cinq.");
  }

  @Test
  void readsTheNoticesOfBothAndIsToldOnce() {
    rooms
        .notices()
        .notices()
        .tellMember(
            old.memberId(),
            Notices.Event.FRIEND_ASKED,
            Map.of("who", "Anne Petit"),
            "/members");
    rooms
        .notices()
        .notices()
        .tellMember(
            anne.memberId(),
            Notices.Event.FRIEND_ASKED,
            Map.of("who", "Hugo Boulanger"),
            "/members/" + old.memberId());
    award(old, cause(), anne);
    long points = balance(old);

    unite();
    rooms
        .notices()
        .notices()
        .tellMember(
            old.memberId(),
            Notices.Event.FRIEND_AGREED,
            Map.of("who", "Anne Petit"),
            "/members");

    assertThat(rooms.notices().board().page(hugo, Locale.FRENCH, 1).items())
        .extracting(Notice::title)
        .containsExactlyInAnyOrder(
            "Anne Petit aimerait devenir votre ami",
            "Vos deux comptes n’en font plus qu’un",
            "Anne Petit et vous êtes amis");
    assertThat(rooms.notices().board().page(hugo, Locale.FRENCH, 1).items())
        .extracting(Notice::text)
        .anyMatch(text -> text.contains(" " + points + " "));
    assertThat(rooms.notices().board().unread(old.memberId())).isZero();
    assertThat(Traces.of(database, "Hugo Boulanger"))
        .allSatisfy(trace -> assertThat(trace).startsWith("mail_outbox."));
  }

  // Names, links, leaving

  @Test
  void leadsFromTheOldPageToTheNewOne() {
    assertThat(play.social().profiles().page(anne, old.memberId(), Locale.FRENCH).member())
        .isEqualTo(old.memberId());

    unite();

    assertThat(play.social().profiles().page(anne, old.memberId(), Locale.FRENCH))
        .satisfies(
            page -> {
              assertThat(page.member()).isEqualTo(hugo.memberId());
              assertThat(page.name()).isEqualTo("Hugo Roux");
            });
  }

  @Test
  void leavesNothingOfEitherWhenTheOneLeaves() {
    award(old, cause(), anne);
    befriend(old, anne);
    practise(old, "running", Level.REGULAR);
    submit(old, new Subject("attempt", UUID.randomUUID()), Set.of());
    play.social().stream().comment(old, happening(anne), "Un mot de Hugo Boulanger.");
    unite();

    rooms.members().departures().leave(hugo, NEW, "");

    // Letters to others, and the last one to the old address, stay until mail.keptDays.
    assertThat(Traces.of(database, OLD, "Hugo Boulanger", "Hugo Roux", "Fait."))
        .allSatisfy(trace -> assertThat(trace).startsWith("mail_outbox."));
    assertThat(Traces.of(database, NEW)).isEmpty();
    assertThat(play.social().friends().of(anne.memberId())).isEmpty();
    assertThat(rooms.members().companies().names(Set.of(old.memberId()))).isEmpty();
    assertThat(TestRooms.broken(rooms)).isEmpty();
  }
}
