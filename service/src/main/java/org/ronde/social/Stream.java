package org.ronde.social;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.ronde.challenges.ChallengeListener;
import org.ronde.db.Transactions;
import org.ronde.disputes.Reportable;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.ChallengeId;
import org.ronde.ids.CommentId;
import org.ronde.ids.HappeningId;
import org.ronde.ids.Ids;
import org.ronde.ids.MemberId;
import org.ronde.notices.Notices;

/**
 * What happens around a member: launched, taken up and done challenges of friends and colleagues,
 * with applause and comments. What was not open to all is seen only by the people of the challenge.
 */
public final class Stream implements ChallengeListener {
  static final int WORDS_LENGTH_MAX = 1000;
  static final int COMMENTS_A_DAY_MAX = 200;
  private static final int PAGE_SIZE = 20;
  private static final int TITLE_LENGTH_MAX = 200;
  private static final String GONE = "";

  private final StreamDao dao;
  private final Transactions transactions;
  private final Ids ids;
  private final Faces faces;
  private final Friends friends;
  private final Notices notices;

  /** Whose doings the stream tells. */
  public enum Scope {
    /** Mine, my friends’, my colleagues’. */
    AROUND_ME,
    /** All that is open to all. */
    EVERYWHERE
  }

  /** Some of the stream, newest first; {@code before} asks for what follows, null at the end. */
  public record Page(List<Happening> happenings, @Nullable HappeningId before) {}

  /**
   * What happened and what was said about it, oldest word first.
   *
   * @param joinable false for an officer who may only read
   */
  public record Talk(Happening happening, List<Happening.Comment> comments, boolean joinable) {}

  public Stream(
      Jdbi jdbi,
      Transactions transactions,
      Ids ids,
      Faces faces,
      Friends friends,
      Notices notices) {
    this.dao = jdbi.onDemand(StreamDao.class);
    this.transactions = transactions;
    this.ids = ids;
    this.faces = faces;
    this.friends = friends;
    this.notices = notices;
  }

  // Hearing of challenges

  @Override
  public void happened(Event event) {
    if (event.kind() == Kind.REVOKED) {
      dao.revoke(event.challenge(), event.by());
      return;
    }
    HappeningId id = new HappeningId(ids.next());
    String title =
        event.title().length() <= TITLE_LENGTH_MAX
            ? event.title()
            : event.title().substring(0, TITLE_LENGTH_MAX);
    dao.put(
        id,
        Happening.Kind.valueOf(event.kind().name()),
        event.by(),
        event.challenge(),
        event.activity(),
        title,
        event.open());
    Set<MemberId> people = new HashSet<>(event.others());
    people.add(event.by());
    dao.putPeople(id, people);
  }

  /** Takes everything about a challenge out of the stream, once officers hid the challenge. */
  public void hide(ChallengeId challenge) {
    dao.hide(challenge);
  }

  // Reading

  /**
   * Some of the stream.
   *
   * @param before the newest happening not to show, or null for the newest
   */
  public Page page(Actor reader, Scope scope, @Nullable HappeningId before) {
    List<StreamDao.Row> rows;
    if (scope == Scope.EVERYWHERE) {
      rows = dao.everywhere(reader.memberId(), before, PAGE_SIZE + 1);
    } else {
      Set<MemberId> circle = new HashSet<>(friends.of(reader.memberId()));
      circle.addAll(faces.colleagues(reader.memberId()));
      circle.add(reader.memberId());
      rows = dao.around(reader.memberId(), circle, before, PAGE_SIZE + 1);
    }
    boolean more = rows.size() > PAGE_SIZE;
    List<StreamDao.Row> shown = more ? rows.subList(0, PAGE_SIZE) : rows;
    return new Page(told(reader, shown), more ? shown.get(shown.size() - 1).happeningId() : null);
  }

  /** What happened with its comments, if the reader may see it or is an officer; else NOT_FOUND. */
  public Talk talk(Actor reader, HappeningId id) {
    StreamDao.Row row = found(reader, reader.operator(), id);
    List<StreamDao.CommentRow> said = dao.comments(id);
    Map<MemberId, String> names =
        faces.names(said.stream().map(StreamDao.CommentRow::memberId).distinct().toList());
    List<Happening.Comment> comments = new ArrayList<>();
    for (StreamDao.CommentRow comment : said) {
      boolean mine = comment.memberId().equals(reader.memberId());
      boolean readable = !comment.hidden() || mine || reader.operator();
      comments.add(
          new Happening.Comment(
              comment.commentId(),
              comment.memberId(),
              names.getOrDefault(comment.memberId(), GONE),
              readable ? comment.words() : "",
              comment.saidAt(),
              mine,
              comment.hidden()));
    }
    boolean joinable = dao.find(reader.memberId(), false, id).isPresent();
    return new Talk(told(reader, List.of(row)).get(0), comments, joinable);
  }

  private StreamDao.Row found(Actor reader, boolean officer, HappeningId id) {
    return dao.find(reader.memberId(), officer, id)
        .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  /** What the actor may see as a member: who may only read as an officer does not join in. */
  private StreamDao.Row shared(Actor actor, HappeningId id) {
    return found(actor, false, id);
  }

  private List<Happening> told(Actor reader, List<StreamDao.Row> rows) {
    Map<MemberId, String> names =
        faces.names(rows.stream().map(StreamDao.Row::memberId).distinct().toList());
    return rows.stream()
        .map(
            row ->
                new Happening(
                    row.happeningId(),
                    row.kind(),
                    row.memberId(),
                    names.getOrDefault(row.memberId(), GONE),
                    row.challengeId(),
                    row.activityId(),
                    row.title(),
                    row.happenedAt(),
                    row.applause(),
                    row.comments(),
                    row.applauded(),
                    row.memberId().equals(reader.memberId())))
        .toList();
  }

  // Applause and comments

  /** Applauds once; the first applause is told to who earned it. */
  public void applaud(Actor actor, HappeningId id) {
    transactions.run(
        () -> {
          StreamDao.Row row = shared(actor, id);
          if (row.memberId().equals(actor.memberId())) {
            return;
          }
          if (dao.applaud(id, actor.memberId()) == 1 && row.applause() == 0) {
            tell(row, Notices.Event.APPLAUSE_GIVEN, actor);
          }
        });
  }

  /** Takes applause back. */
  public void hush(Actor actor, HappeningId id) {
    shared(actor, id);
    dao.hush(id, actor.memberId());
  }

  /**
   * Says something about what happened.
   *
   * @param text 1 to 1,000 characters
   * @throws Refusal ENOUGH_FOR_TODAY after 200 comments in 24 hours
   */
  public CommentId comment(Actor actor, HappeningId id, String text) {
    StreamDao.Row row = shared(actor, id);
    String words = text.strip();
    if (words.isEmpty()) {
      throw Refusal.invalid(Refusal.Fault.of("words", "social.fault.empty"));
    }
    if (words.length() > WORDS_LENGTH_MAX) {
      throw Refusal.invalid(
          new Refusal.Fault("words", "social.fault.long", Map.of("max", WORDS_LENGTH_MAX)));
    }
    return transactions.in(
        () -> {
          if (dao.commentedToday(actor.memberId()) >= COMMENTS_A_DAY_MAX) {
            throw new Refusal(ProblemType.ENOUGH_FOR_TODAY, Map.of("max", COMMENTS_A_DAY_MAX));
          }
          CommentId comment = new CommentId(ids.next());
          dao.comment(comment, id, actor.memberId(), words);
          if (!row.memberId().equals(actor.memberId())) {
            tell(row, Notices.Event.COMMENT_MADE, actor);
          }
          return comment;
        });
  }

  /** Takes one's own comment back; its words are gone for good. */
  public void takeBack(Actor actor, HappeningId id, CommentId comment) {
    shared(actor, id);
    if (dao.removeComment(comment, actor.memberId()) != 1) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
  }

  private void tell(StreamDao.Row row, Notices.Event event, Actor by) {
    notices.tellMember(
        row.memberId(),
        event,
        Map.of("who", by.memberName(), "title", row.title()),
        "/stream/" + row.happeningId());
  }

  /** Forgets a member who leaves: their doings, words and applause. */
  public void forget(MemberId member) {
    transactions.run(
        () -> {
          dao.forgetComments(member);
          dao.forgetApplause(member);
          dao.forgetHappenings(member);
        });
  }

  /** Comments, as things that can be reported. */
  public Reportable comments() {
    return new Reportable() {
      @Override
      public Optional<Content> content(Actor actor, UUID id) {
        return dao.findComment(new CommentId(id))
            .filter(
                comment ->
                    dao.find(actor.memberId(), actor.operator(), comment.happeningId()).isPresent())
            .map(
                comment ->
                    new Content(
                        comment.words().length() <= TITLE_LENGTH_MAX / 2
                            ? comment.words()
                            : comment.words().substring(0, TITLE_LENGTH_MAX / 2) + "…",
                        "/stream/" + comment.happeningId(),
                        comment.memberId()));
      }

      @Override
      public void hide(UUID id, MemberId officer) {
        dao.hideComment(new CommentId(id), true);
      }

      @Override
      public void restore(UUID id) {
        dao.hideComment(new CommentId(id), false);
      }
    };
  }
}
