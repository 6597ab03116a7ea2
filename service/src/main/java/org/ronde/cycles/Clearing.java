package org.ronde.cycles;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronde.ids.ClearingId;
import org.ronde.ids.MemberId;
import org.ronde.matching.Limits;
import org.ronde.matching.Phase;
import org.ronde.matching.ScoreRule;
import org.ronde.matching.Status;

/**
 * One run of the engine: asked for, under way, done or failed.
 *
 * @param asked what it may spend, and whether it proposes
 * @param requestedBy the operator; null when the timetable or a change asked
 * @param phase where the engine is
 * @param expectedCents what the score counts of the value, each cycle its weakest leg at reference,
 *     once for each leg, weighed by the chance that all its companies say yes
 * @param expectedBoundCents of no packing more can be expected; null until that is proved
 * @param cyclesKnown found, but proposed already or refused not long ago
 * @param cyclesDropped found, but no longer possible when looked at again
 * @param result what the engine did; null until it is done
 */
public record Clearing(
    ClearingId id,
    State state,
    Cause cause,
    Asked asked,
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
    long expectedCents,
    @Nullable Long expectedBoundCents,
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

  /**
   * What a run was asked to do.
   *
   * @param trial whether it only looks, and proposes nothing
   * @param cycleLengthMax most companies in a cycle, 2 to 6
   * @param stepsMax most improvement steps, 0 to 1,000,000
   * @param solveMillisMax guard against a run that does not end, a second to twelve hours
   * @param seed where the engine's chance begins
   */
  public record Asked(
      boolean trial, int cycleLengthMax, long stepsMax, long solveMillisMax, long seed) {
    /** The same, to propose what it finds. */
    public Asked inEarnest() {
      return new Asked(false, cycleLengthMax, stepsMax, solveMillisMax, seed);
    }

    Limits limits(int candidatesMax) {
      return new Limits(
          cycleLengthMax, stepsMax, Duration.ofMillis(solveMillisMax), seed, candidatesMax);
    }
  }

  /** Where a run stood at one moment, in milliseconds since it started. */
  public record Moment(
      long millis,
      Phase phase,
      long valueCents,
      long expectedCents,
      @Nullable Long expectedBoundCents) {}

  /** Why a run proposed nothing, or not all. */
  public enum Failure {
    STOPPED,
    NODE_LOST,
    ERROR
  }

  /**
   * What the engine saw and did.
   *
   * @param snapshotHash SHA-256 of the market: with what was asked it says which run this repeats
   * @param boundCents no packing is worth more; null when unknown
   * @param planCycles cycles of three and more that wait on a free company's order
   */
  public record Result(
      String snapshotHash,
      int companies,
      int offers,
      int needs,
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

  /** A run, the explanation of its choice, and how it came along. */
  public record Explained(Clearing clearing, List<ScoreLine> score, List<Moment> moments) {
    public Explained {
      score = List.copyOf(score);
      moments = List.copyOf(moments);
    }

    /** Companies in at least one cycle; 0 before there is a score. */
    public long companiesServed() {
      return score.stream()
          .filter(line -> line.rule() == ScoreRule.COMPANY_SERVED)
          .mapToLong(ScoreLine::times)
          .sum();
    }
  }

  public boolean underWay() {
    return state == State.QUEUED || state == State.RUNNING;
  }

  /**
   * How much more could be expected at most, in percent of the bound; null while none is proved.
   */
  public @Nullable Double gapPercent() {
    if (expectedBoundCents == null) {
      return null;
    }
    return expectedBoundCents == 0
        ? 0
        : 100.0 * (expectedBoundCents - expectedCents) / expectedBoundCents;
  }
}
