package org.ronde.cycles;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalTime;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.ronde.matching.Limits;

/**
 * The keys below {@code cycles} in the configuration.
 *
 * @param decisionWorkingDays working days a company has to answer; 3. Week-ends, French public
 *     holidays and the closing days of every company in the cycle do not count
 * @param decisionHour hour of the last day at which the time is over, in the instance's zone; 18
 * @param decisionDaysMax calendar days after which it is over whatever is closed; 30. Less than
 *     {@code decisionWorkingDays} plus a week-end leaves companies without their working days
 * @param decisionWindow a fixed time to answer instead, such as {@code PT2S}; for tests and games.
 *     Not set: working days
 * @param reminderHours hours before the deadline at which those who have not answered are reminded
 *     once; 24
 * @param refusalKeptDays days during which a company is not asked again about what it refused, or
 *     let run out, while no listing of that cycle changes; 30
 * @param shownMax most cycles on a page and in an answer of the API; 100
 * @param history how a company's past counts in a clearing
 */
public record CycleSettings(
    @Min(1) @Max(20) int decisionWorkingDays,
    @Min(0) @Max(23) int decisionHour,
    @Min(1) @Max(90) int decisionDaysMax,
    @DurationMin(seconds = 1) @DurationMax(days = 90) @Nullable Duration decisionWindow,
    @Min(1) @Max(240) int reminderHours,
    @Min(0) @Max(365) int refusalKeptDays,
    @Min(10) @Max(1000) int shownMax,
    @Valid @NotNull History history,
    @Valid @NotNull Run clearing) {

  /**
   * How a company's past counts in a clearing. Whatever it answered, its chance of a yes stays at
   * {@code priorYeses / (priorAnswers + answersMax)} at least, and what is older than {@code
   * months} is forgotten: nobody is shut out for ever.
   *
   * @param months months after which answers and missed cycles count no more; 12
   * @param answersMax most of a company's latest answers that count; 10. Fewer: one answer weighs
   *     more
   * @param priorYeses yeses that every company begins with; 4
   * @param priorAnswers answers that these are of; 5. More: real answers weigh less
   */
  public record History(
      @Min(1) @Max(120) int months,
      @Min(1) @Max(1000) int answersMax,
      @Min(1) @Max(100) int priorYeses,
      @Min(1) @Max(100) int priorAnswers) {

    @ValidationMethod(message = "cycles.history.priorYeses must not be beyond priorAnswers")
    @JsonIgnore
    public boolean isPriorPossible() {
      return priorYeses <= priorAnswers;
    }
  }

  /**
   * What one clearing may spend.
   *
   * @param dailyAt time of day of the daily clearing, in the instance's zone; 02:30
   * @param cycleLengthMax most companies in a cycle, 2 to 6; 4. A company may ask for less
   * @param stepsMax most improvement steps of the engine; 2000. The measure that keeps runs equal
   * @param solveTimeMax guard against a run that does not end; PT1M. Hitting it is recorded, and
   *     only then may a second run on the same market differ
   * @param seed where the engine's chance begins; 1
   * @param candidatesMax most candidate cycles looked at; 20000
   * @param silenceMax time without a sign after which a run's node counts as dead; PT2M. Shorter
   *     than the engine's longest silence fails runs that are alive
   */
  public record Run(
      @NotNull LocalTime dailyAt,
      @Min(2) @Max(Limits.CYCLE_LENGTH_MAX) int cycleLengthMax,
      @Min(0) @Max(1_000_000) long stepsMax,
      @NotNull @DurationMin(seconds = 1) @DurationMax(hours = 12) Duration solveTimeMax,
      long seed,
      @Min(1) @Max(5_000_000) int candidatesMax,
      @NotNull @DurationMin(seconds = 10) @DurationMax(hours = 12) Duration silenceMax) {

    Clearing.Asked asked() {
      return new Clearing.Asked(false, cycleLengthMax, stepsMax, solveTimeMax.toMillis(), seed);
    }
  }

  /** The defaults named above. */
  public static CycleSettings standard() {
    return new CycleSettings(
        3,
        18,
        30,
        null,
        24,
        30,
        100,
        new History(12, 10, 4, 5),
        new Run(
            LocalTime.of(2, 30),
            4,
            2_000,
            Duration.ofMinutes(1),
            1,
            20_000,
            Duration.ofMinutes(2)));
  }

  /** The same with a fixed time to answer. */
  public CycleSettings withDecisionWindow(Duration window) {
    return new CycleSettings(
        decisionWorkingDays,
        decisionHour,
        decisionDaysMax,
        window,
        reminderHours,
        refusalKeptDays,
        shownMax,
        history,
        clearing);
  }
}
