package org.ronde.contests;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronde.contests.draw.Beacon;
import org.ronde.db.Transactions;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.ContestId;
import org.ronde.ids.MemberId;
import org.ronde.notices.Notices.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves contests along at the moments their rules name, by the database's clock. A job calls {@link
 * #advance}; running it late or twice changes nothing: moves are caught up one by one.
 */
public final class Course {
  private static final Logger LOG = LoggerFactory.getLogger(Course.class);

  private final Tables tables;
  private final Transactions transactions;
  private final Chronicle chronicle;
  private final Results results;
  private final Bulletins bulletins;
  private final BeaconSource beacon;
  private final ContestSettings settings;

  /** The room's other parts that the clock moves. */
  record Parts(Tables tables, Chronicle chronicle, Results results, Bulletins bulletins) {}

  Course(Parts parts, Transactions transactions, BeaconSource beacon, ContestSettings settings) {
    this.tables = parts.tables();
    this.transactions = transactions;
    this.chronicle = parts.chronicle();
    this.results = parts.results();
    this.bulletins = parts.bulletins();
    this.beacon = beacon;
    this.settings = settings;
  }

  /** Makes every move that is due. One contest that waits does not stop the others. */
  public void advance() {
    for (ContestId id : tables.contests().due(settings.revealHours(), settings.archiveDays())) {
      try {
        String signature = signature(id);
        while (transactions.in(() -> step(id, signature, null))) {
          LOG.debug("Contest {} moved on", id);
        }
      } catch (Refusal refusal) {
        // The operator's page shows what is missing: a round to paste, a link to reveal.
        LOG.debug("Contest {} waits: {}", id, refusal.getMessage());
      }
    }
  }

  /** What the beacon says for the draw that is due, if one is and the beacon answers. */
  private String signature(ContestId id) {
    return tables
        .contests()
        .find(id)
        .map(ContestDao.Row::contest)
        .filter(
            contest ->
                contest.state() == ContestState.ENTRIES_SEALED || results.awaitsFreshDraw(contest))
        .flatMap(contest -> Optional.ofNullable(contest.round()))
        .filter(this::due)
        .flatMap(beacon::find)
        .orElse("");
  }

  private boolean due(long round) {
    return !Beacon.timeOf(round).isAfter(tables.contests().now());
  }

  /** Makes the next move of one contest if its time has come; false when it has not. */
  boolean step(ContestId id, String signature, @Nullable MemberId member) {
    Contest contest = chronicle.lock(id);
    Terms terms = contest.terms();
    Instant now = tables.contests().now();
    if (results.awaitsFreshDraw(contest)
        && after(
            tables.contests().drawsAt(id), now, () -> results.draw(contest, signature, member))) {
      return true;
    }
    return switch (contest.state()) {
      case RULES_PUBLISHED -> after(terms.opensAt(), now, () -> open(contest, member));
      case OPEN -> after(terms.freezesAt(), now, () -> freeze(contest, member));
      case FROZEN -> after(terms.closesAt(), now, () -> move(contest, ContestState.CLOSED, member));
      case CLOSED ->
          after(terms.closesAt(), now, () -> move(contest, ContestState.SETTLING, member));
      case SETTLING -> after(terms.settlesAt(), now, () -> results.seal(contest, member));
      case ENTRIES_SEALED ->
          after(tables.contests().drawsAt(id), now, () -> decide(contest, signature, member));
      case DRAWN, RANKED -> revealed(contest, now, member);
      case PROVISIONAL_RESULT -> results.finish(contest, member) && awarded(id, member);
      case PRIZES_AWARDED -> archived(contest, now, member);
      case DRAFT, FINAL, ARCHIVED, SUSPENDED, VOID -> false;
    };
  }

  /** What to say when the next move is asked for before its time. */
  Refusal early(Contest contest) {
    Terms terms = contest.terms();
    Instant next =
        switch (contest.state()) {
          case RULES_PUBLISHED -> terms.opensAt();
          case OPEN -> terms.freezesAt();
          case FROZEN, CLOSED -> terms.closesAt();
          case SETTLING -> terms.settlesAt();
          case ENTRIES_SEALED -> tables.contests().drawsAt(contest.id());
          case PROVISIONAL_RESULT -> contest.objectionsUntil();
          case DRAFT, DRAWN, RANKED, FINAL, PRIZES_AWARDED, ARCHIVED, SUSPENDED, VOID -> null;
        };
    if (next == null || next.isBefore(tables.contests().now())) {
      // No clock moves it, or an objection still waits for its answer.
      return new Refusal(ProblemType.CONTEST_STATE, Map.of("state", contest.state().name()));
    }
    return new Refusal(ProblemType.CONTEST_EARLY, Map.of("at", next.toString()));
  }

  private static boolean after(Instant moment, Instant now, Runnable move) {
    if (now.isBefore(moment)) {
      return false;
    }
    move.run();
    return true;
  }

  private void move(Contest contest, ContestState next, @Nullable MemberId member) {
    chronicle.move(contest, next, "", member);
  }

  private void open(Contest contest, @Nullable MemberId member) {
    move(contest, ContestState.OPEN, member);
    bulletins.all(contest, Event.CONTEST_OPENED, Map.of());
  }

  private void freeze(Contest contest, @Nullable MemberId member) {
    move(contest, ContestState.FROZEN, member);
    tables.contests().noteFrozen(contest.id());
    // A board that freezes as it closes hides nothing that anybody could still change.
    if (contest.terms().freezesAt().isBefore(contest.terms().closesAt())) {
      bulletins.all(contest, Event.CONTEST_FROZEN, Map.of());
    }
  }

  private void decide(Contest contest, String signature, @Nullable MemberId member) {
    if (contest.draw()) {
      results.draw(contest, signature, member);
    } else {
      results.rank(contest, member);
    }
  }

  private boolean revealed(Contest contest, Instant now, @Nullable MemberId member) {
    Instant drawn = contest.drawnAt();
    if (drawn == null || now.isBefore(drawn.plusSeconds(3600L * settings.revealHours()))) {
      return false;
    }
    results.reveal(contest, member);
    return true;
  }

  private boolean awarded(ContestId id, @Nullable MemberId member) {
    results.awarded(chronicle.lock(id), member);
    return true;
  }

  private boolean archived(Contest contest, Instant now, @Nullable MemberId member) {
    Instant objections = contest.objectionsUntil();
    long days = settings.archiveDays();
    if (objections == null || now.isBefore(objections.plusSeconds(86_400 * days))) {
      return false;
    }
    tables.entrants().hideAll(contest.id());
    move(contest, ContestState.ARCHIVED, member);
    return true;
  }
}
