package org.ronde.challenges;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.ronde.activities.Activity;
import org.ronde.db.TestDatabase;
import org.ronde.evidence.Audience;
import org.ronde.evidence.EvidenceSettings;
import org.ronde.evidence.Inspected;
import org.ronde.evidence.Proof;
import org.ronde.evidence.Proofs;
import org.ronde.evidence.Submission;
import org.ronde.files.Files;
import org.ronde.http.Actor;
import org.ronde.http.Form;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.TestServer;
import org.ronde.http.UploadSettings;
import org.ronde.http.Words;
import org.ronde.ids.AttemptId;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.CompanyId;
import org.ronde.ids.DisputeId;
import org.ronde.ids.EvidenceId;
import org.ronde.ids.FileId;
import org.ronde.ids.MemberId;
import org.ronde.ids.Subject;
import org.ronde.mail.Letter;
import org.ronde.mail.MailSettings;
import org.ronde.mail.Outbox;
import org.ronde.members.Person;
import org.ronde.notices.Notice;
import org.ronde.notices.NoticeBoard;
import org.ronde.notices.NoticeSettings;
import org.ronde.notices.Notices;
import org.ronde.points.Award;
import org.ronde.points.Cause;
import org.ronde.points.ValidationLevel;

/** Real challenges and notices among people, towns, proofs and points that need no table. */
final class Playground extends Townspeople implements Proving, Awarding, Desk {
  final Challenges challenges;
  final Neighbours neighbours;
  final NoticeBoard board;
  final List<Letter> letters = new CopyOnWriteArrayList<>();
  final List<Award> awards = new CopyOnWriteArrayList<>();
  final Set<Cause> reversed = ConcurrentHashMap.newKeySet();
  final List<Subject> disputes = new CopyOnWriteArrayList<>();
  final List<MemberId> against = new CopyOnWriteArrayList<>();
  final List<ChallengeListener.Event> events = new CopyOnWriteArrayList<>();
  volatile boolean prizes;
  private final TestDatabase database;
  private final Proofs looking;
  private final Map<EvidenceId, Kept> kept = new ConcurrentHashMap<>();

  private record Kept(
      EvidenceId id, Submission submission, Instant sentAt, Set<MemberId> viewers) {}

  Playground(TestDatabase database) {
    this(database, ChallengeSettings.standard());
  }

  Playground(TestDatabase database, ChallengeSettings settings) {
    this.database = database;
    looking =
        new Proofs(
            database.jdbi(),
            database.transactions(),
            ids,
            new Files(database.jdbi(), database.transactions(), ids),
            EvidenceSettings.standard(),
            UploadSettings.standard());
    Outbox outbox =
        new Outbox(
            database.jdbi(),
            ids,
            TestServer.templates(),
            MailSettings.unsent(),
            URI.create("https://ronde.example"));
    Notices notices =
        new Notices(
            database.jdbi(),
            database.transactions(),
            ids,
            new org.ronde.notices.Audience() {
              @Override
              public String companyName(CompanyId company) {
                throw new AssertionError("Challenges tell members.");
              }

              @Override
              public List<Person> people(CompanyId company) {
                throw new AssertionError("Challenges tell members.");
              }

              @Override
              public Person member(MemberId member) {
                return person(member);
              }
            },
            outbox,
            TestServer.templates());
    board = new NoticeBoard(database.jdbi(), TestServer.templates(), NoticeSettings.standard());
    neighbours = new Neighbours(this, this, this, this, this, this, facts -> prizes);
    java.util.random.RandomGenerator chance = new java.util.Random(7);
    challenges =
        new Challenges(
            new Challenges.Edges(database.jdbi(), database.transactions(), ids, TestServer.words()),
            neighbours,
            new Announcements(notices, letter -> post(outbox, letter), this),
            chance,
            settings);
    challenges.listen(events::add);
  }

  private void post(Outbox outbox, Letter letter) {
    letters.add(letter);
    outbox.post(letter);
  }

  // What tests do

  Instant now() {
    return database.clock().instant();
  }

  /** A challenge of a week, with friends. */
  Launch launch(Kind kind, Activity activity, @Nullable BigDecimal target, Actor... invited) {
    Set<MemberId> members = new HashSet<>();
    for (Actor actor : invited) {
      members.add(actor.memberId());
    }
    return new Launch(
        kind,
        activity.id(),
        "A little " + activity.nameEn(),
        target,
        now().plus(Duration.ofDays(7)),
        PARIS,
        kind == Kind.OPEN && invited.length == 0 ? Kind.Audience.EVERYBODY : Kind.Audience.INVITED,
        members,
        Set.of(),
        "",
        Launch.Options.usual(kind));
  }

  static Launch with(Launch launch, Launch.Options options) {
    return new Launch(
        launch.kind(),
        launch.activity(),
        launch.title(),
        launch.target(),
        launch.endsAt(),
        launch.zone(),
        launch.audience(),
        launch.members(),
        launch.addresses(),
        launch.place(),
        options);
  }

  static Launch.Options level(Kind kind, ValidationLevel level, @Nullable MemberId referee) {
    Launch.Options usual = Launch.Options.usual(kind);
    return new Launch.Options(
        "",
        null,
        null,
        null,
        level,
        referee,
        usual.times(),
        usual.rhythm(),
        usual.linkDays(),
        null,
        null);
  }

  /** A duel that both said yes to. */
  ChallengeId duel(Actor author, Actor other, Activity activity, @Nullable BigDecimal target) {
    befriend(author, other);
    ChallengeId id = challenges.launch(author, launch(Kind.DUEL, activity, target, other));
    challenges.answers().accept(other, id, 1, "");
    return id;
  }

  Seen.Whole see(Actor actor, ChallengeId id) {
    return challenges.board().challenge(actor, Words.ENGLISH, id);
  }

  Seen.Part part(Actor reader, ChallengeId id, Actor whose) {
    return see(reader, id).parts().stream()
        .filter(part -> part.member().id().equals(whose.memberId()))
        .findFirst()
        .orElseThrow();
  }

  AttemptId attempt(ChallengeId id, Actor whose) {
    return part(whose, id, whose).id();
  }

  AttemptState state(ChallengeId id, Actor whose) {
    return part(whose, id, whose).state();
  }

  static Attempts.Sent words(String text) {
    return new Attempts.Sent(text, null, null, "", SentFiles.NONE, Set.of());
  }

  static Attempts.Sent measured(String measure) {
    return measured(measure, null);
  }

  static Attempts.Sent measured(String measure, @Nullable Instant takenAt) {
    return new Attempts.Sent(
        "Done", new BigDecimal(measure), takenAt, "", SentFiles.NONE, Set.of());
  }

  static Attempts.Sent at(@Nullable Instant takenAt) {
    return new Attempts.Sent("Done", null, takenAt, "", SentFiles.NONE, Set.of());
  }

  static Attempts.Sent with(Attempts.Sent sent, Actor... witnesses) {
    Set<MemberId> named = new HashSet<>();
    for (Actor witness : witnesses) {
      named.add(witness.memberId());
    }
    return new Attempts.Sent(
        sent.text(), sent.measure(), sent.takenAt(), sent.place(), sent.files(), named);
  }

  /** The awards of a member that were not taken back. */
  List<Award> inForce(Actor actor) {
    return awards.stream()
        .filter(a -> a.member().equals(actor.memberId()) && !reversed.contains(a.cause()))
        .toList();
  }

  /** The titles of what somebody was told, newest first, in English. */
  List<String> told(Actor actor) {
    return board.page(actor, Locale.ENGLISH, 1).items().stream().map(Notice::title).toList();
  }

  static ProblemType refused(Runnable attempt) {
    return refusal(attempt).type();
  }

  static Refusal refusal(Runnable attempt) {
    try {
      attempt.run();
    } catch (Refusal refusal) {
      return refusal;
    }
    throw new AssertionError("Nothing was refused.");
  }

  static List<String> faults(Runnable attempt) {
    return refusal(attempt).faults().stream().map(Refusal.Fault::field).toList();
  }

  // Evidence

  @Override
  public Inspected inspect(Form form) {
    return looking.inspect(form);
  }

  @Override
  public EvidenceId submit(Submission submission) {
    EvidenceId id = new EvidenceId(ids.next());
    kept.put(id, new Kept(id, submission, now(), new HashSet<>(submission.viewers())));
    return id;
  }

  @Override
  public List<Proof> of(Actor actor, Collection<Subject> subjects) {
    List<Proof> proofs = new ArrayList<>();
    kept.values().stream()
        .filter(k -> subjects.contains(k.submission().subject()))
        .filter(
            k ->
                actor.operator()
                    || k.submission().owner().equals(actor.memberId())
                    || k.viewers().contains(actor.memberId()))
        .forEach(
            k ->
                proofs.add(
                    new Proof(
                        k.id(),
                        k.submission().subject(),
                        k.submission().owner(),
                        k.submission().text(),
                        k.submission().measure(),
                        k.submission().place(),
                        k.submission().takenAt(),
                        k.sentAt(),
                        Audience.PARTIES,
                        List.of(),
                        0,
                        false,
                        k.submission().owner().equals(actor.memberId()))));
    return proofs;
  }

  @Override
  public void rescue(MemberId owner, Form form) {}

  @Override
  public List<FileId> kept(MemberId owner, Form form) {
    return List.of();
  }

  @Override
  public Proof.Page gallery(Actor reader, Collection<Subject> subjects, int page) {
    return new Proof.Page(of(reader, subjects), page, false);
  }

  @Override
  public void show(Collection<EvidenceId> shown, MemberId viewer) {
    shown.forEach(id -> Optional.ofNullable(kept.get(id)).ifPresent(k -> k.viewers().add(viewer)));
  }

  // Points

  @Override
  public int award(Award award) {
    boolean told = awards.stream().anyMatch(a -> a.cause().equals(award.cause()));
    if (!told) {
      awards.add(award);
    }
    return 10 * award.effort().difficulty();
  }

  @Override
  public void reverse(Cause cause, String reason) {
    reversed.add(cause);
  }

  // The desk

  @Override
  public DisputeId open(
      Subject subject, MemberId by, MemberId other, String title, String path, String statement) {
    disputes.add(subject);
    against.add(other);
    return new DisputeId(ids.next());
  }

  @Override
  public Optional<DisputeId> about(Subject subject) {
    return disputes.contains(subject) ? Optional.of(new DisputeId(subject.id())) : Optional.empty();
  }
}
