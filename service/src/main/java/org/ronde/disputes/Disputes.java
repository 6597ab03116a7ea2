package org.ronde.disputes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.ronde.db.SqlFailures;
import org.ronde.db.Transactions;
import org.ronde.http.Actor;
import org.ronde.http.Paged;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.DisputeId;
import org.ronde.ids.Ids;
import org.ronde.ids.MemberId;
import org.ronde.ids.Subject;
import org.ronde.notices.Notices;
import org.ronde.notices.Notices.Event;

/**
 * The desk for complaints between members: both sides talk, an officer decides with a reason, the
 * side that lost may appeal once, another officer decides for good.
 *
 * <p>Only its two sides and the officers see a dispute. Whoever is a side of it never decides it,
 * and the appeal is decided by somebody else than the first decision, unless the house has but one
 * officer who is no side. Every change locks the dispute first.
 */
public final class Disputes {
  static final int WORDS_LENGTH_MAX = 4000;
  private static final int TITLE_LENGTH_MAX = 200;
  private static final int PAGE_SIZE = 20;
  private static final int BATCH = 50;

  private final DisputeDao dao;
  private final Transactions transactions;
  private final Ids ids;
  private final Faces faces;
  private final Notices notices;
  private final DisputeSettings settings;
  private final Map<String, DisputeListener> listeners = new ConcurrentHashMap<>();

  public Disputes(
      Jdbi jdbi,
      Transactions transactions,
      Ids ids,
      Faces faces,
      Notices notices,
      DisputeSettings settings) {
    this.dao = jdbi.onDemand(DisputeDao.class);
    this.transactions = transactions;
    this.ids = ids;
    this.faces = faces;
    this.notices = notices;
    this.settings = settings;
  }

  /** Plugs in who hears decisions about a kind of subject. */
  public void listen(String subjectKind, DisputeListener listener) {
    if (listeners.put(subjectKind, listener) != null) {
      throw new IllegalStateException(
          "Somebody hears disputes about '%s' already.".formatted(subjectKind));
    }
  }

  // Opening and talking

  /**
   * Opens a dispute, in the caller's transaction.
   *
   * @param by who complains
   * @param against the other side
   * @param title what it is about, for the desk's list; cut at 200 characters
   * @param path the page of ours that shows the subject
   * @param statement the complaint in the member's words, at most 4,000 characters
   * @throws Refusal DISPUTE_OPEN when one about the subject is not over yet; INVALID for an empty
   *     or overlong statement
   */
  public DisputeId open(
      Subject subject, MemberId by, MemberId against, String title, String path, String statement) {
    String words = words("statement", statement, WORDS_LENGTH_MAX);
    return transactions.in(
        () -> {
          DisputeId id = new DisputeId(ids.next());
          String cut = cut(title);
          try {
            dao.open(id, subject.kind(), subject.id(), cut, path, by, against);
          } catch (UnableToExecuteStatementException e) {
            if (SqlFailures.duplicateKey(e)) {
              throw new Refusal(ProblemType.DISPUTE_OPEN);
            }
            throw e;
          }
          dao.say(new DisputeDao.WordId(ids.next()), id, by, words);
          Map<String, Object> facts = Map.of("title", cut, "who", faces.name(by));
          notices.tellMember(against, Event.DISPUTE_OPENED, facts, pathOf(id));
          tellOfficers(id, cut);
          return id;
        });
  }

  /**
   * Adds a word while nothing is decided for good; the other side is told.
   *
   * @throws Refusal DISPUTE_STATE once it is over
   */
  public void say(Actor actor, DisputeId id, String text) {
    String words = words("words", text, WORDS_LENGTH_MAX);
    transactions.run(
        () -> {
          Dispute dispute = locked(actor, id);
          if (dispute.state().over()) {
            throw new Refusal(ProblemType.DISPUTE_STATE);
          }
          dao.say(new DisputeDao.WordId(ids.next()), id, actor.memberId(), words);
          tellParties(dispute, actor.memberId(), Event.DISPUTE_SAID);
        });
  }

  /**
   * Takes a complaint back before anybody decided; the same subject may not be disputed anew by
   * this, its listener hears that the complaint was not upheld, for good.
   */
  public void withdraw(Actor actor, DisputeId id) {
    transactions.run(
        () -> {
          Dispute dispute = locked(actor, id);
          if (!actor.memberId().equals(dispute.opener())) {
            throw new Refusal(ProblemType.NOT_FOUND);
          }
          step(dispute, Dispute.State.SETTLED);
          hear(dispute, false, true);
          tellParties(dispute, actor.memberId(), Event.DISPUTE_WITHDRAWN);
        });
  }

  // Deciding

  /**
   * Decides the first time, or on appeal.
   *
   * @param upheld whether the complaint is right
   * @param reason for both sides, 1 to 4,000 characters
   * @throws Refusal DISPUTE_STATE when nothing waits for a decision; OFFICER_INVOLVED when the
   *     officer is a side of it, or made the decision appealed against while another could decide
   */
  public void decide(Actor officer, DisputeId id, boolean upheld, String reason) {
    officer.requireOperator();
    String words = words("reason", reason, WORDS_LENGTH_MAX);
    transactions.run(
        () -> {
          Dispute dispute = locked(officer, id);
          requireUninvolved(officer.memberId(), dispute);
          boolean appeal = dispute.state() == Dispute.State.APPEALED;
          if (appeal) {
            step(dispute, Dispute.State.CLOSED);
          } else if (dao.markDecided(id, settings.appealDays()) != 1) {
            throw new Refusal(ProblemType.DISPUTE_STATE);
          }
          dao.decide(id, appeal ? 2 : 1, officer.memberId(), upheld, words);
          hear(dispute, upheld, appeal);
          tellParties(
              dispute, officer.memberId(), appeal ? Event.DISPUTE_CLOSED : Event.DISPUTE_DECIDED);
        });
  }

  /**
   * Appeals the first decision, once, in time, by the side it went against.
   *
   * @throws Refusal DEADLINE_PASSED when it is too late; DISPUTE_STATE when there is nothing to
   *     appeal; NOT_FOUND for anybody else
   */
  public void appeal(Actor actor, DisputeId id, String statement) {
    String words = words("words", statement, WORDS_LENGTH_MAX);
    transactions.run(
        () -> {
          Dispute dispute = locked(actor, id);
          if (!dispute.state().leadsTo(Dispute.State.APPEALED)) {
            throw new Refusal(ProblemType.DISPUTE_STATE);
          }
          if (!dispute.loser().equals(Optional.of(actor.memberId()))) {
            throw new Refusal(ProblemType.NOT_FOUND);
          }
          if (dao.markAppealed(id, actor.memberId()) != 1) {
            throw new Refusal(ProblemType.DEADLINE_PASSED);
          }
          dao.say(new DisputeDao.WordId(ids.next()), id, actor.memberId(), words);
          tellParties(dispute, actor.memberId(), Event.DISPUTE_APPEALED);
          tellOfficers(id, dispute.title());
        });
  }

  /** Makes decisions final that nobody appealed in time. For the timetable. */
  public void closeDue() {
    transactions.run(
        () -> {
          for (Dispute dispute : read(dao.lockDue(BATCH).stream().flatMap(this::head).toList())) {
            step(dispute, Dispute.State.CLOSED);
            hear(dispute, dispute.decision().orElseThrow().upheld(), true);
          }
        });
  }

  private Stream<DisputeDao.Head> head(DisputeId id) {
    return dao.find(id).stream();
  }

  private void requireUninvolved(MemberId officer, Dispute dispute) {
    if (dispute.isParty(officer)) {
      throw new Refusal(ProblemType.OFFICER_INVOLVED);
    }
    boolean decidedFirst =
        dispute.decisions().stream().anyMatch(made -> made.officer().equals(officer));
    boolean anotherCould =
        faces.officers().stream().anyMatch(each -> !each.equals(officer) && !dispute.isParty(each));
    if (decidedFirst && anotherCould) {
      throw new Refusal(ProblemType.OFFICER_INVOLVED);
    }
  }

  private void step(Dispute dispute, Dispute.State next) {
    if (!dispute.state().leadsTo(next) || dao.close(dispute.id(), dispute.state(), next) != 1) {
      throw new Refusal(ProblemType.DISPUTE_STATE);
    }
  }

  private void hear(Dispute dispute, boolean upheld, boolean last) {
    DisputeListener listener = listeners.get(dispute.subject().kind());
    if (listener != null) {
      listener.decided(dispute.subject(), upheld, last);
    }
  }

  // Reading

  /** The newest dispute about a subject. */
  public Optional<DisputeId> about(Subject subject) {
    return dao.about(subject.kind(), subject.id());
  }

  /** A dispute, for its sides and officers; else NOT_FOUND. */
  public Dispute dispute(Actor actor, DisputeId id) {
    return read(dao.find(id).stream().toList()).stream()
        .filter(dispute -> dispute.isParty(actor.memberId()) || actor.operator())
        .findFirst()
        .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  /** A member's own disputes, open ones first. */
  public Paged<Dispute> page(Actor actor, int page) {
    MemberId member = actor.memberId();
    return Paged.of(
        page, PAGE_SIZE, dao.count(member), (size, skip) -> read(dao.page(member, size, skip)));
  }

  /** The disputes that wait for a decision, appeals first; at most 100. */
  public List<Dispute> waiting(Actor officer) {
    officer.requireOperator();
    return read(dao.waiting());
  }

  /** How many wait for a decision. */
  public long countWaiting() {
    return dao.countWaiting();
  }

  private Dispute locked(Actor actor, DisputeId id) {
    dao.lock(id);
    return dispute(actor, id);
  }

  private List<Dispute> read(List<DisputeDao.Head> heads) {
    if (heads.isEmpty()) {
      return List.of();
    }
    List<DisputeId> all = heads.stream().map(DisputeDao.Head::disputeId).toList();
    Map<DisputeId, List<Dispute.Word>> words =
        dao.words(all).stream()
            .collect(
                Collectors.groupingBy(
                    DisputeDao.WordRow::disputeId,
                    Collectors.mapping(
                        row -> new Dispute.Word(row.memberId(), row.words(), row.saidAt()),
                        Collectors.toList())));
    Map<DisputeId, List<Dispute.Decision>> decisions =
        dao.decisions(all).stream()
            .collect(
                Collectors.groupingBy(
                    DisputeDao.DecisionRow::disputeId,
                    Collectors.mapping(
                        row ->
                            new Dispute.Decision(
                                row.instance(),
                                row.officerId(),
                                row.upheld(),
                                row.reason(),
                                row.decidedAt()),
                        Collectors.toList())));
    return heads.stream()
        .map(
            head ->
                new Dispute(
                    head.disputeId(),
                    new Subject(head.subjectKind(), head.subjectId()),
                    head.title(),
                    head.path(),
                    head.openerId(),
                    head.otherId(),
                    head.state(),
                    head.openedAt(),
                    head.appealUntil(),
                    head.closedAt(),
                    words.getOrDefault(head.disputeId(), List.of()),
                    decisions.getOrDefault(head.disputeId(), List.of())))
        .toList();
  }

  // Telling

  private void tellParties(Dispute dispute, MemberId except, Event event) {
    Map<String, Object> facts = Map.of("title", dispute.title(), "who", faces.name(except));
    for (MemberId party : List.of(dispute.opener(), dispute.other())) {
      if (!party.equals(except)) {
        notices.tellMember(party, event, facts, pathOf(dispute.id()));
      }
    }
  }

  private void tellOfficers(DisputeId id, String title) {
    for (MemberId officer : faces.officers()) {
      notices.tellMember(officer, Event.DISPUTE_WAITS, Map.of("title", title), pathOf(id));
    }
  }

  /** A title as the desk keeps it. */
  static String cut(String title) {
    return title.length() <= TITLE_LENGTH_MAX ? title : title.substring(0, TITLE_LENGTH_MAX);
  }

  private static String pathOf(DisputeId id) {
    return "/disputes/" + id;
  }

  /** What somebody typed, without blanks around it; neither empty nor longer than that. */
  static String words(String field, String text, int lengthMax) {
    String words = text.strip();
    if (words.isEmpty()) {
      throw Refusal.invalid(Refusal.Fault.of(field, "disputes.fault.empty"));
    }
    if (words.length() > lengthMax) {
      throw Refusal.invalid(
          new Refusal.Fault(field, "disputes.fault.long", Map.of("max", lengthMax)));
    }
    return words;
  }
}
