package org.ronde.cycles;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.ClearingId;
import org.ronde.ids.MemberId;
import org.ronde.matching.Phase;
import org.ronde.matching.ScoreRule;
import org.ronde.matching.Status;

/**
 * One run of the engine: asked for, under way, done or failed.
 *
 * @param requestedBy the operator; null when the timetable or a change asked
 * @param phase where the engine is
 * @param cyclesKnown found, but proposed already or refused not long ago
 * @param cyclesDropped found, but no longer possible when looked at again
 * @param result what the engine did; null until it is done
 */
public record Clearing(
    ClearingId id,
    State state,
    Cause cause,
    @Nullable MemberId requestedBy,
    Instant requestedAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    boolean stopAsked,
    @Nullable Failure failure,
    @Nullable String failureText,
    @Nullable Phase phase,
    int percent,
    long valueCents,
    long cyclesFound,
    long cyclesProposed,
    long cyclesKnown,
    long cyclesDropped,
    @Nullable Result result) {

  /** Where a run is. */
  public enum State {
    QUEUED,
    RUNNING,
    DONE,
    FAILED
  }

  /** Why a run was asked for. */
  public enum Cause {
    OPERATOR,
    DAILY,
    /** Somebody at the console of a node. */
    COMMAND,
    /** A proposed cycle fell, and its companies may find another. */
    CHANGE,
    /** The node of an earlier run died. */
    RETRY
  }

  /** Why a run proposed nothing, or not all. */
  public enum Failure {
    STOPPED,
    NODE_LOST,
    ERROR
  }

  /**
   * What the engine saw, might spend, and did.
   *
   * @param snapshotHash SHA-256 of the market: with seed and limits it says which run this repeats
   * @param boundCents no packing is worth more; null when unknown
   * @param planCycles cycles of three and more that wait on a free company's order
   */
  public record Result(
      String snapshotHash,
      int companies,
      int offers,
      int needs,
      long seed,
      int cycleLengthMax,
      long stepsMax,
      long solveMillisMax,
      long steps,
      Status status,
      boolean stoppedByClock,
      @Nullable Long boundCents,
      long candidates,
      boolean candidatesCut,
      long arcsWouldTake,
      long arcsAsk,
      long arcsNever,
      long planCycles,
      long planCompanies,
      long planValueCents) {}

  /** One rule's part in the score, at the weight it had. */
  public record ScoreLine(ScoreRule rule, ScoreRule.Level level, long weight, long times) {
    public long contribution() {
      return weight * times;
    }
  }

  /** A run and the explanation of its choice. */
  public record Explained(Clearing clearing, List<ScoreLine> score) {
    public Explained {
      score = List.copyOf(score);
    }
  }

  public boolean underWay() {
    return state == State.QUEUED || state == State.RUNNING;
  }
}
