package org.ronde.contests;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ronde.contests.Organising.Desk;
import org.ronde.db.Transactions;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.http.Refusal.Fault;
import org.ronde.ids.ContestId;
import org.ronde.ids.MemberId;
import org.ronde.notices.Notices.Event;

/**
 * Prizes on their way: a company's yes, a replacement, the handing over; and answers on results.
 */
public final class Awarding {
  private final Tables tables;
  private final Transactions transactions;
  private final Desk desk;

  Awarding(Tables tables, Transactions transactions, Desk desk) {
    this.tables = tables;
    this.transactions = transactions;
    this.desk = desk;
  }

  /** A company says yes to giving a prize. */
  public void agree(Actor actor, ContestId id, int place) {
    desk.prizes().agree(actor, id, place);
  }

  /**
   * The prize that a company is asked for, for its people alone.
   *
   * @throws Refusal NOT_FOUND
   */
  Prize gift(Actor actor, ContestId id, int place) {
    Prize prize = desk.prizes().prize(id, place);
    boolean mine =
        actor
            .findActing()
            .map(acting -> acting.companyId().equals(prize.companyId()))
            .orElse(false);
    if (!mine) {
      throw new Refusal(ProblemType.NOT_FOUND);
    }
    return prize;
  }

  /** Replaces a prize that cannot be delivered by one of the same value or more. */
  public void substitute(Actor actor, ContestId id, int place, String title, long valueCents) {
    actor.requireOperator();
    transactions.run(
        () -> {
          desk.chronicle().lock(id);
          desk.prizes().substitute(actor, desk.prizes().prize(id, place), title, valueCents);
        });
  }

  /**
   * Notes that a prize is with its winner. The last one closes the contest.
   *
   * @param guardian what the operator vouches for; null is refused
   * @throws Refusal CONTEST_STATE before the result is final, PRIZE_STATE, INVALID
   */
  public void handOver(Actor actor, ContestId id, int place, Prize.@Nullable Guardian guardian) {
    actor.requireOperator();
    if (guardian == null) {
      throw Refusal.invalid(Fault.of("guardian", "contests.fault.guardian"));
    }
    transactions.run(
        () -> {
          Contest contest = desk.chronicle().lock(id);
          Chronicle.require(contest, contest.state() == ContestState.FINAL);
          Chronicle.require(contest, desk.results().winners(id).containsKey(place));
          desk.prizes().handOver(actor, desk.prizes().prize(id, place), guardian);
          desk.results().awarded(contest, actor.memberId());
        });
  }

  /** Carries over a prize that came back for good: nobody is left to draw. */
  public void carryOver(Actor actor, ContestId id, int place) {
    actor.requireOperator();
    transactions.run(
        () -> {
          Contest contest = desk.chronicle().lock(id);
          boolean open = desk.results().winners(id).containsKey(place);
          Chronicle.require(
              contest,
              contest.state() == ContestState.FINAL
                  && !open
                  && !desk.results().awaitsFreshDraw(contest));
          desk.prizes().carryOver(desk.prizes().prize(id, place));
          desk.results().awarded(contest, actor.memberId());
        });
  }

  /**
   * Answers an objection, and tells whose it was; the result becomes final only when each has its
   * answer.
   */
  public void answer(Actor actor, ContestId id, UUID objection, String answer) {
    actor.requireOperator();
    Organising.requireReason(answer);
    transactions.run(
        () -> {
          Contest contest = desk.chronicle().lock(id);
          ResultDao.ObjectionId one = new ResultDao.ObjectionId(objection);
          if (tables.results().answer(id, one, answer, actor.memberId()) == 1) {
            List<MemberId> objector =
                tables.results().objections(id).stream()
                    .filter(each -> each.objectionId().equals(one))
                    .flatMap(each -> Stream.ofNullable(each.memberId()))
                    .toList();
            desk.bulletins().some(objector, contest, Event.CONTEST_ANSWERED, Map.of());
          }
        });
  }
}
