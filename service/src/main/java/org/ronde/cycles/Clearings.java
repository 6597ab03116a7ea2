package org.ronde.cycles;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.ronde.db.Transactions;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.ClearingId;
import org.ronde.ids.Ids;

/**
 * The list of clearings: asked for here, run by the {@link ClearingJob}. At most one waits and one
 * runs, on all nodes together; the database's unique keys say so.
 */
public final class Clearings {
  private static final int SHOWN_MAX = 50;

  private final ClearingDao dao;
  private final Transactions transactions;
  private final Ids ids;

  public Clearings(Jdbi jdbi, Transactions transactions, Ids ids) {
    this.dao = jdbi.onDemand(ClearingDao.class);
    this.transactions = transactions;
    this.ids = ids;
  }

  /**
   * Asks for a clearing; it starts when the job next looks, after the one that runs.
   *
   * @throws Refusal NOT_FOUND for others than operators; CLEARING_RUNNING, with the id, when one
   *     waits already
   */
  public ClearingId request(Actor operator) {
    operator.requireOperator();
    return transactions.in(
        () -> {
          var id = new ClearingId(ids.next());
          if (dao.queue(id, Clearing.Cause.OPERATOR, operator.memberId()) == 0) {
            throw new Refusal(
                ProblemType.CLEARING_RUNNING,
                Map.of("id", dao.findQueued().map(ClearingId::toString).orElse("")));
          }
          return id;
        });
  }

  /** Asks for a clearing without anybody's wish; changes nothing while one waits. */
  public void queue(Clearing.Cause cause) {
    transactions.run(() -> dao.queue(new ClearingId(ids.next()), cause, null));
  }

  /**
   * Stops a clearing. One that waits ends at once; one that runs ends within a second or two and
   * proposes nothing more; one that is over stays as it is.
   *
   * @throws Refusal NOT_FOUND for others than operators, or when there is none
   */
  public void stop(Actor operator, ClearingId id) {
    operator.requireOperator();
    transactions.run(
        () -> {
          var clearing = clearing(id);
          if (clearing.state() == Clearing.State.QUEUED) {
            dao.fail(id, Clearing.Failure.STOPPED, null);
          } else {
            dao.askToStop(id);
          }
        });
  }

  /**
   * A clearing and why it chose as it did.
   *
   * @throws Refusal NOT_FOUND for others than operators, or when there is none
   */
  public Clearing.Explained explained(Actor operator, ClearingId id) {
    operator.requireOperator();
    return new Clearing.Explained(clearing(id), dao.score(id));
  }

  /** The latest clearings, newest first; for operators. */
  public List<Clearing> latest(Actor operator) {
    operator.requireOperator();
    return dao.latest(SHOWN_MAX).stream().map(ClearingDao.Row::clearing).toList();
  }

  Clearing clearing(ClearingId id) {
    return dao.find(id)
        .map(ClearingDao.Row::clearing)
        .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }
}
