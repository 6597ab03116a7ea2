package org.ronde.cycles;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.ronde.db.Transactions;
import org.ronde.http.Actor;
import org.ronde.http.ProblemType;
import org.ronde.http.Refusal;
import org.ronde.ids.ClearingId;
import org.ronde.ids.Ids;
import org.ronde.matching.Limits;

/**
 * The list of clearings: asked for here, run by the {@link ClearingJob}. At most one waits and one
 * runs, on all nodes together; the database's unique keys say so.
 */
public final class Clearings {
  static final int COMPARED_MAX = 4;

  private static final int SHOWN_MAX = 50;
  private static final long STEPS_MAX = 1_000_000;
  private static final long SECONDS_MAX = 12 * 3600;

  private final ClearingDao dao;
  private final Transactions transactions;
  private final Ids ids;
  private final Clearing.Asked usual;

  public Clearings(Jdbi jdbi, Transactions transactions, Ids ids, CycleSettings.Run settings) {
    this.dao = jdbi.onDemand(ClearingDao.class);
    this.transactions = transactions;
    this.ids = ids;
    this.usual = settings.asked();
  }

  /** What a clearing is asked to do when nobody says otherwise. */
  public Clearing.Asked usual() {
    return usual;
  }

  /** Asks for a clearing as it is usually done; see {@link #request(Actor, Clearing.Asked)}. */
  public ClearingId request(Actor operator) {
    return request(operator, usual);
  }

  /**
   * Asks for a clearing; it starts when the job next looks, after the one that runs.
   *
   * @throws Refusal NOT_FOUND for others than operators; INVALID when a limit is out of bounds;
   *     CLEARING_RUNNING, with the id, when one waits already
   */
  public ClearingId request(Actor operator, Clearing.Asked asked) {
    operator.requireOperator();
    requireWithinBounds(asked);
    return transactions.in(
        () -> {
          var id = new ClearingId(ids.next());
          if (dao.queue(id, Clearing.Cause.OPERATOR, operator.memberId(), asked) == 0) {
            throw new Refusal(
                ProblemType.CLEARING_RUNNING,
                Map.of("id", dao.findQueued().map(ClearingId::toString).orElse("")));
          }
          return id;
        });
  }

  private static void requireWithinBounds(Clearing.Asked asked) {
    var faults = new ArrayList<Refusal.Fault>();
    requireBetween(faults, "cycleLengthMax", asked.cycleLengthMax(), 2, Limits.CYCLE_LENGTH_MAX);
    requireBetween(faults, "stepsMax", asked.stepsMax(), 0, STEPS_MAX);
    requireBetween(faults, "seconds", asked.solveMillisMax() / 1000, 1, SECONDS_MAX);
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
  }

  private static void requireBetween(
      List<Refusal.Fault> faults, String field, long value, long min, long max) {
    if (value < min || value > max) {
      faults.add(new Refusal.Fault(field, "cycles.fault.between", Map.of("min", min, "max", max)));
    }
  }

  /**
   * Asks for a trial once more, to propose what it finds. The same market gives the same cycles; a
   * market that changed meanwhile may give others.
   *
   * @throws Refusal as {@link #request}; NOT_FOUND when there is no such clearing
   */
  public ClearingId proposeLike(Actor operator, ClearingId trial) {
    operator.requireOperator();
    return request(operator, clearing(trial).asked().inEarnest());
  }

  /** Asks for a clearing without anybody's wish; changes nothing while one waits. */
  public void queue(Clearing.Cause cause) {
    queue(cause, usual);
  }

  void queue(Clearing.Cause cause, Clearing.Asked asked) {
    transactions.run(() -> dao.queue(new ClearingId(ids.next()), cause, null, asked));
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
    return explained(clearing(id));
  }

  private Clearing.Explained explained(Clearing clearing) {
    return new Clearing.Explained(clearing, dao.score(clearing.id()), dao.moments(clearing.id()));
  }

  /** Those of these clearings that there are, at most four, the oldest first; for operators. */
  public List<Clearing.Explained> compared(Actor operator, Collection<ClearingId> asked) {
    operator.requireOperator();
    var few = asked.stream().distinct().limit(COMPARED_MAX).toList();
    return few.isEmpty()
        ? List.of()
        : dao.find(few).stream()
            .map(ClearingDao.Row::clearing)
            .sorted(Comparator.comparing(Clearing::requestedAt))
            .map(this::explained)
            .toList();
  }

  /**
   * The market a clearing saw, as {@code ronde-match} reads it, packed by gzip. It holds what
   * companies keep to themselves: whom they exclude, what they would pay.
   *
   * @throws Refusal NOT_FOUND for others than operators, or when it is not kept (any more)
   */
  public byte[] market(Actor operator, ClearingId id) {
    operator.requireOperator();
    return dao.findMarket(id).orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  /**
   * The sealed manifest of a clearing, JSON; with the market it lets anyone repeat the run.
   *
   * @throws Refusal as {@link #market}
   */
  public String manifest(Actor operator, ClearingId id) {
    operator.requireOperator();
    return dao.findManifest(id).orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
  }

  /** Whether both are kept; for operators. */
  public boolean repeatable(Actor operator, ClearingId id) {
    operator.requireOperator();
    return dao.findManifest(id).isPresent();
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
