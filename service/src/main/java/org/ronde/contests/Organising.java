package org.ronde.contests;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.ronde.contests.draw.Beacon;
import org.ronde.contests.draw.Commitment;
import org.ronde.contests.draw.Hash;
import org.ronde.db.Transactions;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.ids.ContestId;
import org.ronde.ids.Ids;
import org.ronde.notices.Notices.Event;

/**
 * Contests as their organiser handles them. Operators alone: for everybody else none of this
 * exists. What the rules fix is never moved before its time, not even by an operator.
 */
public final class Organising {
  static final int PAGE = 50;
  private static final int REASON_MAX = 1000;

  private final Tables tables;
  private final Transactions transactions;
  private final Desk desk;
  private final Ids ids;
  private final RandomGenerator chance;
  private final ContestSettings settings;

  /** The room's other parts that organising needs. */
  record Desk(
      Chronicle chronicle,
      Prizes prizes,
      Results results,
      Course course,
      Bulletins bulletins,
      Scores scores,
      Counting counting,
      RulesText rulesText) {}

  Organising(
      Tables tables,
      Transactions transactions,
      Desk desk,
      Ids ids,
      RandomGenerator chance,
      ContestSettings settings) {
    this.tables = tables;
    this.transactions = transactions;
    this.desk = desk;
    this.ids = ids;
    this.chance = chance;
    this.settings = settings;
  }

  /** All contests, the latest first; fifty a page, from 1. */
  public List<Contest> contests(Actor actor, int page) {
    actor.requireOperator();
    return tables
        .contests()
        .lastInStates(List.of(ContestState.values()), PAGE, PAGE * Math.max(0, page - 1))
        .stream()
        .map(ContestDao.Row::contest)
        .toList();
  }

  /**
   * Writes a new draft.
   *
   * @throws Refusal NOT_FOUND for others than operators, INVALID
   */
  public Contest create(Actor actor, ContestDraft draft) {
    actor.requireOperator();
    Terms terms = TermsCheck.terms(draft, settings);
    return transactions.in(
        () -> {
          ContestId id = new ContestId(ids.next());
          tables
              .contests()
              .create(id, TermsJson.write(terms), actor.memberId(), ContestDao.Moments.of(terms));
          desk.prizes().plan(id, draft.prizesOrNone());
          askGivers(id, terms);
          desk.chronicle().write(id, ContestState.DRAFT.name(), "", actor.memberId());
          return contest(id);
        });
  }

  /**
   * Writes a draft afresh.
   *
   * @throws Refusal NOT_FOUND, CONTEST_STATE once the rules are published, INVALID
   */
  public Contest edit(Actor actor, ContestId id, ContestDraft draft) {
    actor.requireOperator();
    Terms terms = TermsCheck.terms(draft, settings);
    return transactions.in(
        () -> {
          Contest contest = desk.chronicle().lock(id);
          Chronicle.require(contest, contest.state() == ContestState.DRAFT);
          tables.contests().write(id, TermsJson.write(terms), ContestDao.Moments.of(terms));
          desk.prizes().plan(id, draft.prizesOrNone());
          askGivers(id, terms);
          return contest(id);
        });
  }

  private void askGivers(ContestId id, Terms terms) {
    for (Prize prize : desk.prizes().of(id)) {
      if (prize.companyId() != null) {
        desk.bulletins().asked(prize.companyId(), id, terms, prize);
      }
    }
  }

  /**
   * Publishes the rules: hashes them, holds the prizes, names the source of chance. From here on
   * members may enter and nothing of it changes but by a new version.
   *
   * @param commitment the end of a chain whose secret the operator keeps; empty: Ronde draws and
   *     keeps one
   * @throws Refusal CONTEST_STATE, PRIZE_CONSENT, LISTING_CHANGED, QUANTITY_GONE, or INVALID when
   *     the contest would have opened already
   */
  public Contest publish(Actor actor, ContestId id, String commitment) {
    actor.requireOperator();
    return transactions.in(
        () -> {
          Contest contest = desk.chronicle().lock(id);
          Chronicle.require(contest, contest.state().mayBecome(ContestState.RULES_PUBLISHED));
          Terms terms = contest.terms();
          if (!terms.opensAt().isAfter(tables.contests().now())) {
            throw Refusal.invalid(Fault.of("opens", "contests.fault.opensPassed"));
          }
          Secret secret = secret(commitment);
          boolean beacon = contest.draw() && terms.source() == Terms.Source.BEACON;
          Long round = beacon ? Long.valueOf(Beacon.roundAt(terms.drawsAt())) : null;
          desk.prizes().hold(id);
          keepRules(contest, 1, secret.commitment(), round, "");
          requireOne(
              tables.contests().publish(id, secret.commitment(), secret.kept(), round), contest);
          desk.chronicle()
              .write(
                  id, ContestState.RULES_PUBLISHED.name(), secret.commitment(), actor.memberId());
          return contest(id);
        });
  }

  private record Secret(String commitment, @Nullable String kept) {}

  private Secret secret(String commitment) {
    if (!commitment.isBlank()) {
      if (!commitment.strip().matches("[0-9a-f]{64}")) {
        throw Refusal.invalid(Fault.of("commitment", "contests.fault.commitment"));
      }
      return new Secret(commitment.strip(), null);
    }
    Hash secret = Hash.random(chance);
    return new Secret(Commitment.published(secret).hex(), secret.hex());
  }

  private void keepRules(
      Contest contest, int version, String commitment, @Nullable Long round, String reason) {
    List<Prize> prizes = desk.prizes().of(contest.id());
    String english =
        desk.rulesText().draw(Locale.ENGLISH, contest.terms(), prizes, commitment, round);
    String french =
        desk.rulesText().draw(Locale.FRENCH, contest.terms(), prizes, commitment, round);
    tables
        .contests()
        .keepRules(contest.id(), version, english, french, Rules.sha256(english, french), reason);
  }

  /**
   * Publishes a new version of the rules because the points' rules were corrected: entries of the
   * new version count, all of them, and those of the old one no more. Nothing else of the rules can
   * change once they are published.
   *
   * @throws Refusal CONTEST_STATE once the list is sealed, INVALID
   */
  public Contest rescore(Actor actor, ContestId id, int scoringVersion, String reason) {
    actor.requireOperator();
    requireReason(reason);
    return transactions.in(
        () -> {
          Contest contest = desk.chronicle().lock(id);
          Chronicle.require(
              contest,
              contest.rulesVersion() > 0
                  && !contest.phase().sealed()
                  && contest.state() != ContestState.VOID);
          if (scoringVersion <= contest.terms().scoringVersion()) {
            throw Refusal.invalid(Fault.of("scoringVersion", "contests.fault.scoringVersion"));
          }
          Terms terms = RulesText.rescored(contest.terms(), scoringVersion);
          tables.contests().write(id, TermsJson.write(terms), ContestDao.Moments.of(terms));
          Contest changed = contest(id);
          int version = contest.rulesVersion() + 1;
          keepRules(
              changed, version, String.valueOf(contest.commitment()), contest.round(), reason);
          tables.contests().takeRules(id, version);
          desk.chronicle().write(id, "RULES_CHANGED", reason, actor.memberId());
          desk.counting().all(id);
          desk.bulletins().all(changed, Event.CONTEST_RULES_CHANGED, Map.of("reason", reason));
          return contest(id);
        });
  }

  /**
   * Makes the next move now instead of waiting for the clock's job, if its time has come; of a
   * draw, with the round or the link that the operator pasted. Nothing happens before its time.
   *
   * @throws Refusal CONTEST_EARLY, CONTEST_STATE, RANDOMNESS_WRONG
   */
  public Contest advance(Actor actor, ContestId id, String randomness) {
    actor.requireOperator();
    return transactions.in(
        () -> {
          Contest contest = desk.chronicle().lock(id);
          if (desk.results().awaitsFreshDraw(contest)) {
            desk.results().draw(contest, randomness, actor.memberId());
          } else if (contest.state() == ContestState.DRAWN
              || contest.state() == ContestState.RANKED) {
            desk.results().reveal(contest, actor.memberId());
          } else if (!desk.course().step(id, randomness, actor.memberId())) {
            throw desk.course().early(contest);
          }
          return contest(id);
        });
  }

  /**
   * Strikes an entrant: out of rank and draw before the seal, by a published amendment between seal
   * and draw, afterwards by giving back what they won. A loser's going changes no winner.
   *
   * @throws Refusal NOT_FOUND, INVALID without a reason
   */
  public void strike(Actor actor, ContestId id, String pseudonym, String reason) {
    actor.requireOperator();
    requireReason(reason);
    transactions.run(
        () -> {
          Contest contest = desk.chronicle().lock(id);
          Entrant entrant =
              Optional.of(pseudonym)
                  .filter(text -> text.matches("[0-9a-f]{64}"))
                  .flatMap(hex -> tables.entrants().findByPseudonym(id, hex))
                  .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
          if (tables.entrants().strike(id, pseudonym, reason) == 0) {
            return;
          }
          desk.chronicle().write(id, "STRUCK", reason, actor.memberId());
          if (contest.phase().sealed()) {
            desk.results().takeOut(contest, pseudonym, reason, actor.memberId());
          } else {
            desk.counting().of(id, entrant.memberId());
          }
        });
  }

  /** Stops the clock of a contest. */
  public Contest suspend(Actor actor, ContestId id, String reason) {
    return stop(actor, id, ContestState.SUSPENDED, reason);
  }

  /** Lets a suspended contest go on where it was; the clock catches up with what is due. */
  public Contest resume(Actor actor, ContestId id) {
    actor.requireOperator();
    return transactions.in(
        () -> {
          Contest contest = desk.chronicle().lock(id);
          ContestState from = contest.suspendedFrom();
          Chronicle.require(contest, from != null);
          desk.chronicle()
              .move(contest, from == null ? ContestState.VOID : from, "resumed", actor.memberId());
          return contest(id);
        });
  }

  /** Ends a contest without a result: prizes are free again, everybody is told why. */
  public Contest cancel(Actor actor, ContestId id, String reason) {
    return stop(actor, id, ContestState.VOID, reason);
  }

  private Contest stop(Actor actor, ContestId id, ContestState next, String reason) {
    actor.requireOperator();
    requireReason(reason);
    return transactions.in(
        () -> {
          Contest contest = desk.chronicle().lock(id);
          boolean given =
              desk.prizes().of(id).stream()
                  .anyMatch(prize -> prize.state() == Prize.State.HANDED_OVER);
          Chronicle.require(contest, next != ContestState.VOID || !given);
          desk.chronicle().move(contest, next, reason, actor.memberId());
          if (next == ContestState.VOID) {
            desk.prizes().release(id);
            desk.scores().unveil();
            desk.bulletins().all(contest, Event.CONTEST_VOID, Map.of("reason", reason));
          }
          return contest(id);
        });
  }

  Optional<Contest> find(Actor actor, ContestId id) {
    actor.requireOperator();
    return tables.contests().find(id).map(ContestDao.Row::contest);
  }

  private Contest contest(ContestId id) {
    return tables.contests().find(id).map(ContestDao.Row::contest).orElseThrow();
  }

  static void requireReason(String reason) {
    if (reason.strip().length() < 3 || reason.length() > REASON_MAX) {
      throw Refusal.invalid(
          new Fault("reason", "contests.fault.length", Map.of("min", 3, "max", REASON_MAX)));
    }
  }

  private static void requireOne(int rows, Contest contest) {
    if (rows != 1) {
      throw new IllegalStateException("Contest %s moved while locked.".formatted(contest.id()));
    }
  }
}
