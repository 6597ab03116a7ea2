package org.ronde.disputes;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.ronde.db.Transactions;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.Ids;
import org.ronde.ids.MemberId;
import org.ronde.ids.ReportId;
import org.ronde.ids.Subject;
import org.ronde.notices.Notices;
import org.ronde.notices.Notices.Event;

/**
 * Reports of what should not be shown. An officer hides it or leaves it and says why; those who
 * reported and, when it is hidden, its author are told. The author may ask for a second look, once.
 */
public final class Reports {
  static final int WORDS_LENGTH_MAX = 1000;

  private final ReportDao dao;
  private final Transactions transactions;
  private final Ids ids;
  private final Faces faces;
  private final Notices notices;
  private final DisputeSettings settings;
  private final Map<String, Reportable> kinds = new ConcurrentHashMap<>();

  /** Why something is reported. */
  public enum Reason {
    DANGEROUS,
    OFFENSIVE,
    PERSON_NOT_ASKED,
    CHEATING,
    SPAM,
    OTHER
  }

  /** Where something reported stands. */
  public enum State {
    WAITING,
    LEFT,
    HIDDEN,
    SECOND_LOOK
  }

  /** One member's report. */
  public record Report(MemberId reporter, Reason reason, String words, Instant reportedAt) {}

  /**
   * Something reported.
   *
   * @param reason the newest decision's, for the author; null before it
   * @param plea why the author asks for a second look, or null
   */
  public record Case(
      Subject subject,
      String title,
      String path,
      MemberId author,
      State state,
      @Nullable String reason,
      @Nullable String plea,
      List<Report> reports) {
    /** Whether the author may still ask for a second look. */
    public boolean mayPlead() {
      return state == State.HIDDEN && plea == null;
    }
  }

  public Reports(
      Jdbi jdbi,
      Transactions transactions,
      Ids ids,
      Faces faces,
      Notices notices,
      DisputeSettings settings) {
    this.dao = jdbi.onDemand(ReportDao.class);
    this.transactions = transactions;
    this.ids = ids;
    this.faces = faces;
    this.notices = notices;
    this.settings = settings;
  }

  /** Plugs in a kind of thing that can be reported. */
  public void plug(String subjectKind, Reportable reportable) {
    if (kinds.put(subjectKind, reportable) != null) {
      throw new IllegalStateException("'%s' can be reported already.".formatted(subjectKind));
    }
  }

  /** What a reporter is about to report; NOT_FOUND when it is not there for them. */
  public Reportable.Content content(Actor actor, Subject subject) {
    return Optional.ofNullable(kinds.get(subject.kind()))
        .flatMap(kind -> kind.content(actor, subject.id()))
        .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  /**
   * Reports something; again by the same member, it changes the words. What an officer left as it
   * is waits again when somebody new reports it; what is hidden stays hidden.
   *
   * @param words at most 1,000 characters, may be empty
   */
  public void report(Actor actor, Subject subject, Reason reason, String words) {
    String checked = words.isBlank() ? "" : words("words", words);
    Reportable.Content content = content(actor, subject);
    transactions.run(
        () -> {
          dao.begin(
              subject.kind(),
              subject.id(),
              Disputes.cut(content.title()),
              content.path(),
              content.author());
          ReportDao.Row row = dao.lock(subject.kind(), subject.id()).orElseThrow();
          boolean first =
              dao.reports(subject.kind(), subject.id()).stream()
                  .noneMatch(report -> report.reporterId().equals(actor.memberId()));
          dao.report(
              new ReportId(ids.next()),
              subject.kind(),
              subject.id(),
              actor.memberId(),
              reason,
              checked);
          if (first && row.state() == State.LEFT) {
            dao.wakeUp(subject.kind(), subject.id());
          }
          if (first && row.state() != State.HIDDEN) {
            tellOfficers(content.title());
          }
        });
  }

  /**
   * Decides what waits: hide it, or leave it (and show it again after a second look).
   *
   * @param reason for the author and those who reported, 1 to 1,000 characters
   * @throws Refusal DISPUTE_STATE when it does not wait; OFFICER_INVOLVED for its author, and for
   *     whoever hid it when another officer could take the second look
   */
  public void decide(Actor officer, Subject subject, boolean hide, String reason) {
    officer.requireOperator();
    String words = words("reason", reason);
    transactions.run(
        () -> {
          ReportDao.Row row = waiting(subject);
          requireUninvolved(officer.memberId(), row);
          dao.decide(
              subject.kind(),
              subject.id(),
              hide ? State.HIDDEN : State.LEFT,
              officer.memberId(),
              words);
          Reportable kind = kinds.get(subject.kind());
          if (kind != null && hide && row.state() == State.WAITING) {
            kind.hide(subject.id(), officer.memberId());
          }
          if (kind != null && !hide && row.state() == State.SECOND_LOOK) {
            kind.restore(subject.id());
          }
          tell(subject, row, hide, words);
        });
  }

  private ReportDao.Row waiting(Subject subject) {
    ReportDao.Row row =
        dao.lock(subject.kind(), subject.id())
            .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
    if (row.state() != State.WAITING && row.state() != State.SECOND_LOOK) {
      throw new Refusal(ProblemType.DISPUTE_STATE);
    }
    return row;
  }

  private void requireUninvolved(MemberId officer, ReportDao.Row row) {
    boolean hidIt = row.state() == State.SECOND_LOOK && officer.equals(row.officerId());
    boolean anotherCould =
        faces.officers().stream()
            .anyMatch(each -> !each.equals(officer) && !each.equals(row.authorId()));
    if (officer.equals(row.authorId()) || (hidIt && anotherCould)) {
      throw new Refusal(ProblemType.OFFICER_INVOLVED);
    }
  }

  private void tell(Subject subject, ReportDao.Row row, boolean hide, String reason) {
    Map<String, Object> facts = Map.of("title", row.title(), "reason", reason);
    boolean pleaded = row.state() == State.SECOND_LOOK;
    if (hide) {
      notices.tellMember(row.authorId(), Event.CONTENT_HIDDEN, facts, pathOf(subject));
    } else if (pleaded) {
      notices.tellMember(row.authorId(), Event.CONTENT_RESTORED, facts, row.path());
    }
    if (!pleaded) {
      Set<MemberId> told = new HashSet<>();
      for (ReportDao.ReportRow report : dao.reports(subject.kind(), subject.id())) {
        if (told.add(report.reporterId())) {
          notices.tellMember(
              report.reporterId(),
              hide ? Event.REPORT_UPHELD : Event.REPORT_DECLINED,
              facts,
              "/notices");
        }
      }
    }
  }

  /** The author's word for a second look, once, within the days in which one may appeal. */
  public void plead(Actor actor, Subject subject, String plea) {
    String words = words("plea", plea);
    transactions.run(
        () -> {
          Case mine = mine(actor, subject);
          if (!mine.mayPlead()) {
            throw new Refusal(ProblemType.DISPUTE_STATE);
          }
          if (dao.plead(subject.kind(), subject.id(), words, settings.appealDays()) != 1) {
            throw new Refusal(ProblemType.DEADLINE_PASSED);
          }
          tellOfficers(mine.title());
        });
  }

  /** What became of a thing of mine that was reported and hidden; else NOT_FOUND. */
  public Case mine(Actor actor, Subject subject) {
    return dao.find(subject.kind(), subject.id())
        .filter(row -> row.authorId().equals(actor.memberId()))
        .filter(row -> row.state() == State.HIDDEN || row.state() == State.SECOND_LOOK)
        .map(row -> of(row, List.of()))
        .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  /** What waits for an officer, second looks first; at most 100. */
  public List<Case> waiting(Actor officer) {
    officer.requireOperator();
    Map<Subject, List<Report>> reports =
        dao.ofWaiting().stream()
            .collect(
                Collectors.groupingBy(
                    row -> new Subject(row.subjectKind(), row.subjectId()),
                    Collectors.mapping(
                        row ->
                            new Report(
                                row.reporterId(), row.reason(), row.words(), row.reportedAt()),
                        Collectors.toList())));
    return dao.waiting().stream()
        .map(
            row ->
                of(
                    row,
                    reports.getOrDefault(
                        new Subject(row.subjectKind(), row.subjectId()), List.of())))
        .toList();
  }

  /** How many wait. */
  public long countWaiting() {
    return dao.countWaiting();
  }

  private static Case of(ReportDao.Row row, List<Report> reports) {
    return new Case(
        new Subject(row.subjectKind(), row.subjectId()),
        row.title(),
        row.path(),
        row.authorId(),
        row.state(),
        row.reason(),
        row.plea(),
        reports);
  }

  private static String pathOf(Subject subject) {
    return "/reports/%s/%s".formatted(subject.kind(), subject.id());
  }

  private void tellOfficers(String title) {
    for (MemberId officer : faces.officers()) {
      notices.tellMember(officer, Event.REPORT_WAITS, Map.of("title", title), "/operator/reports");
    }
  }

  private static String words(String field, String text) {
    return Disputes.words(field, text, WORDS_LENGTH_MAX);
  }
}
