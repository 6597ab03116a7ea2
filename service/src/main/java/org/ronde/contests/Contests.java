package org.ronde.contests;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.ronde.contests.draw.Entry;
import org.ronde.contests.draw.Hash;
import org.ronde.db.Transactions;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.ids.CompanyId;
import org.ronde.ids.ContestId;
import org.ronde.ids.Ids;
import org.ronde.ids.MemberId;

/**
 * Contests as members see them: what runs, taking part, leaving, objecting.
 *
 * <p>Entry is free: it asks for no fee, no trade and no purchase. Who runs this instance takes no
 * part. A draft exists for operators alone.
 */
public final class Contests {
  private static final int RUNNING_MAX = 100;
  private static final int OBJECTION_MAX = 2000;

  private final Tables tables;
  private final Transactions transactions;
  private final Ids ids;
  private final RandomGenerator chance;
  private final Results results;
  private final Counting counting;

  Contests(
      Jdbi jdbi,
      Transactions transactions,
      Ids ids,
      RandomGenerator chance,
      Results results,
      Counting counting) {
    this.tables = Tables.of(jdbi);
    this.transactions = transactions;
    this.ids = ids;
    this.chance = chance;
    this.results = results;
    this.counting = counting;
  }

  // Asking

  /**
   * A contest as this reader may see it.
   *
   * @throws Refusal NOT_FOUND
   */
  public Contest contest(Optional<Actor> reader, ContestId id) {
    Contest contest = find(id).orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
    boolean operator = reader.map(Actor::operator).orElse(false);
    if (contest.rulesVersion() == 0 && !operator) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
    return contest;
  }

  private Optional<Contest> find(ContestId id) {
    return tables.contests().find(id).map(ContestDao.Row::contest);
  }

  /** The terms of a contest, drafts too: for a company that is asked for a prize. */
  Terms terms(ContestId id) {
    return find(id).orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND)).terms();
  }

  /** Those that may be entered and have not begun. */
  public List<Contest> coming() {
    return inStates(EnumSet.of(ContestState.RULES_PUBLISHED));
  }

  /** Those between opening and result, the first to close first. */
  public List<Contest> running() {
    return inStates(
        EnumSet.of(
            ContestState.OPEN,
            ContestState.FROZEN,
            ContestState.CLOSED,
            ContestState.SETTLING,
            ContestState.ENTRIES_SEALED,
            ContestState.DRAWN,
            ContestState.RANKED,
            ContestState.SUSPENDED));
  }

  /** Those with a result, the latest first; twenty a page, from 1. */
  public List<Contest> finished(int page) {
    return tables
        .contests()
        .lastInStates(
            List.of(
                ContestState.PROVISIONAL_RESULT,
                ContestState.FINAL,
                ContestState.PRIZES_AWARDED,
                ContestState.ARCHIVED),
            20,
            20 * Math.max(0, page - 1))
        .stream()
        .map(ContestDao.Row::contest)
        .toList();
  }

  private List<Contest> inStates(Collection<ContestState> states) {
    return tables.contests().inStates(List.copyOf(states), RUNNING_MAX).stream()
        .map(ContestDao.Row::contest)
        .toList();
  }

  /** The versions of the rules, the latest first. */
  public List<Rules> rules(ContestId id) {
    return tables.contests().rules(id);
  }

  public List<Prize> prizes(ContestId id) {
    return tables.prizes().of(id);
  }

  /** What happened so far, oldest first. */
  List<ContestDao.Line> story(ContestId id) {
    return tables.contests().story(id);
  }

  /** The reader's part; empty when they never entered. */
  public Optional<Entrant> findEntrant(Optional<Actor> reader, ContestId id) {
    return reader.flatMap(actor -> tables.entrants().find(id, actor.memberId()));
  }

  /** A member's own points in a contest: theirs to know, frozen or not. */
  public long ownPoints(Contest contest, Entrant entrant) {
    return tables.tally().own(contest.id(), entrant.entrantId(), contest.terms().scoringVersion());
  }

  public long entrants(ContestId id) {
    return tables.entrants().count(id);
  }

  List<EntrantDao.Crowd> crowds(ContestId id) {
    return tables.entrants().crowds(id);
  }

  /** The salt behind a member's pseudonym, which nobody else is told. */
  Optional<String> findSalt(Actor actor, ContestId id) {
    return tables.entrants().findSalt(id, actor.memberId());
  }

  // Taking part

  /**
   * Enters a member, or brings them back. What they did in the window before they entered counts
   * too. Entering again changes only whether they are shown.
   *
   * @param zone of LOCAL_DAY contests, locked from now on; empty or null: the contest's own
   * @param shown by name on the board
   * @throws Refusal NOT_FOUND, STAFF_EXCLUDED, NOT_ELIGIBLE, CONTEST_STATE when entering is over,
   *     INVALID for an unknown zone
   */
  public Entrant enter(Actor actor, ContestId id, @Nullable String zone, boolean shown) {
    return transactions.in(
        () -> {
          contest(Optional.of(actor), id);
          Contest contest = lock(id);
          Chronicle.require(contest, contest.state().entering());
          requireEligible(actor, contest);
          String own = zone(contest.terms(), zone);
          EntrantId entrant = new EntrantId(ids.next());
          Hash salt = Hash.random(chance);
          tables
              .entrants()
              .enter(
                  entrant,
                  id,
                  actor.memberId(),
                  salt.hex(),
                  Entry.pseudonym(salt, actor.memberId().value()).hex(),
                  acting(actor),
                  own,
                  shown);
          tables.entrants().comeBack(id, actor.memberId(), shown);
          if (contest.state() != ContestState.RULES_PUBLISHED) {
            counting.of(id, actor.memberId());
          }
          return tables.entrants().find(id, actor.memberId()).orElseThrow();
        });
  }

  private void requireEligible(Actor actor, Contest contest) {
    if (actor.operator()) {
      throw new Refusal(ProblemType.STAFF_EXCLUDED);
    }
    List<CompanyId> companies = contest.terms().companies();
    CompanyId company = acting(actor);
    boolean struck =
        tables
            .entrants()
            .find(contest.id(), actor.memberId())
            .map(entrant -> entrant.struckAt() != null)
            .orElse(false);
    if (struck || (!companies.isEmpty() && (company == null || !companies.contains(company)))) {
      throw new Refusal(ProblemType.NOT_ELIGIBLE);
    }
  }

  private static @Nullable CompanyId acting(Actor actor) {
    return actor.findActing().map(Actor.Acting::companyId).orElse(null);
  }

  private static String zone(Terms terms, @Nullable String zone) {
    if (terms.zoneMode() != Terms.ZoneMode.LOCAL_DAY || zone == null || zone.isBlank()) {
      return terms.zone();
    }
    try {
      return ZoneId.of(zone.strip()).getId();
    } catch (DateTimeException e) {
      throw Refusal.invalid(Fault.of("zone", "contests.fault.zone"));
    }
  }

  /**
   * Takes a member out: of rank and draw before the list is sealed, by an amendment afterwards; a
   * prize they won is drawn again. Points stay theirs, and their opponents keep their own.
   *
   * @throws Refusal NOT_FOUND when they take no part
   */
  public void leave(Actor actor, ContestId id) {
    transactions.run(
        () -> {
          Contest contest = lock(id);
          Entrant entrant =
              tables
                  .entrants()
                  .find(id, actor.memberId())
                  .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
          leave(contest, entrant, "left");
        });
  }

  private void leave(Contest contest, Entrant entrant, String reason) {
    MemberId member = entrant.memberId();
    if (member == null || !entrant.active()) {
      return;
    }
    if (contest.phase().sealed()) {
      results.takeOut(contest, entrant.pseudonym(), reason, null);
    }
    tables.entrants().withdraw(contest.id(), member);
    if (!contest.phase().sealed()) {
      counting.of(contest.id(), member);
    }
  }

  /**
   * Forgets a member everywhere: out of what is not decided yet, their name and salts gone for
   * good. Sealed lists, places and proofs of others stay as they are.
   */
  public void erase(MemberId member) {
    transactions.run(
        () -> {
          for (ContestId id : tables.entrants().contestsOf(member)) {
            Contest contest = lock(id);
            tables.entrants().find(id, member).ifPresent(e -> leave(contest, e, "left"));
          }
          tables.entrants().erase(member);
          tables.results().forget(member);
        });
  }

  // Objecting

  /**
   * Objects to a provisional result, once a member.
   *
   * @throws Refusal CONTEST_STATE outside its time, NOT_FOUND, INVALID
   */
  public void object(Actor actor, ContestId id, String text) {
    if (text.length() < 10 || text.length() > OBJECTION_MAX) {
      throw Refusal.invalid(
          new Fault("objection", "contests.fault.length", Map.of("min", 10, "max", OBJECTION_MAX)));
    }
    transactions.run(
        () -> {
          contest(Optional.of(actor), id);
          Contest contest = lock(id);
          Chronicle.require(contest, contest.state() == ContestState.PROVISIONAL_RESULT);
          tables
              .results()
              .object(new ResultDao.ObjectionId(ids.next()), id, actor.memberId(), text.strip());
        });
  }

  List<ResultDao.Objection> objections(ContestId id) {
    return tables.results().objections(id);
  }

  /** The reader's own objection, with its answer once it has one. */
  Optional<ResultDao.Objection> findObjection(Optional<Actor> reader, ContestId id) {
    return reader.flatMap(actor -> tables.results().findObjection(id, actor.memberId()));
  }

  private Contest lock(ContestId id) {
    return tables
        .contests()
        .lock(id)
        .map(ContestDao.Row::contest)
        .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }
}
