package org.ronde.contests;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronde.contests.ContestDao.EventId;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.ContestId;
import org.ronde.ids.Ids;
import org.ronde.ids.MemberId;

/** The one way a contest changes its state: locked, by the table of moves, written down. */
final class Chronicle {
  private final ContestDao dao;
  private final Ids ids;

  Chronicle(ContestDao dao, Ids ids) {
    this.dao = dao;
    this.ids = ids;
  }

  /**
   * The contest, locked until the transaction ends.
   *
   * @throws Refusal NOT_FOUND
   */
  Contest lock(ContestId id) {
    return dao.lock(id)
        .map(ContestDao.Row::contest)
        .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  /**
   * Moves a locked contest.
   *
   * @param member who did it; null when the clock did
   * @throws Refusal CONTEST_STATE when it cannot go there
   */
  void move(Contest contest, ContestState next, String detail, @Nullable MemberId member) {
    require(contest, contest.state().mayBecome(next));
    boolean back = contest.state() == ContestState.SUSPENDED && next != ContestState.VOID;
    require(contest, !back || next == contest.suspendedFrom());
    ContestState from = next == ContestState.SUSPENDED ? contest.state() : null;
    boolean stopped = next == ContestState.SUSPENDED || next == ContestState.VOID;
    int rows = dao.move(contest.id(), contest.state(), next, from, stopped ? detail : null);
    if (rows != 1) {
      throw new IllegalStateException(
          "Contest %s moved although it was locked.".formatted(contest.id()));
    }
    write(contest.id(), next.name(), detail, member);
  }

  /** Writes a line of the story. */
  void write(ContestId id, String kind, String detail, @Nullable MemberId member) {
    dao.append(new EventId(ids.next()), id, kind, detail, member);
  }

  static void require(Contest contest, boolean allowed) {
    if (!allowed) {
      throw new Refusal(ProblemType.CONTEST_STATE, Map.of("state", contest.state().name()));
    }
  }
}
