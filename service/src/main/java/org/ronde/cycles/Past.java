package org.ronde.cycles;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.ronde.matching.Company;
import org.ronde.matching.History;

/**
 * What a company's cycles so far say of its next, as the engine hears it. Its own company reads it;
 * no other does.
 *
 * @param day the day it is told for
 * @param answers how many of its answers count: its latest, silence until a deadline among them
 * @param yeses how many of these were yes
 * @param yesPercent how likely its next answer is a yes, 1 to 100
 * @param cameOn the day it came to this instance
 * @param agreedOn the day its last exchange was agreed; null while there was none
 * @param missedCycles cycles it said yes to since then that others let fall
 * @param openCycles cycles it stands in now that not everybody has answered
 */
public record Past(
    LocalDate day,
    int answers,
    int yeses,
    int yesPercent,
    LocalDate cameOn,
    @Nullable LocalDate agreedOn,
    int missedCycles,
    int openCycles) {
  private static final int WAITING_DAYS_MAX = 36_500;
  private static final int MISSED_CYCLES_MAX = 1_000;

  /** Days since its last exchange was agreed or, without one, since it came. */
  public int waitingDays() {
    long days = ChronoUnit.DAYS.between(agreedOn == null ? cameOn : agreedOn, day);
    return (int) Math.max(0, Math.min(days, WAITING_DAYS_MAX));
  }

  /** The same chance in tenths, for a sentence: 1 to 10. */
  public int yesInTen() {
    return Math.max(1, (yesPercent + 5) / 10);
  }

  History history() {
    return new History(yesPercent, waitingDays(), Math.min(missedCycles, MISSED_CYCLES_MAX));
  }

  /** How many more cycles a company with this limit may stand in; no limit stays none. */
  int openCyclesLeft(int openCyclesMax) {
    return openCyclesMax == Company.OPEN_CYCLES_MAX
        ? openCyclesMax
        : Math.max(0, openCyclesMax - openCycles);
  }

  /**
   * The mean of a beta distribution: so many yeses of so many answers, on top of what every company
   * begins with (Laplace's rule of succession, with a prior of one's own). Rounded, never below 1.
   */
  static int yesPercent(int yeses, int answers, CycleSettings.History settings) {
    int counted = answers + settings.priorAnswers();
    int percent = (200 * (yeses + settings.priorYeses()) + counted) / (2 * counted);
    return Math.max(1, percent);
  }
}
