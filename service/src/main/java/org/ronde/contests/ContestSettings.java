package org.ronde.contests;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.ronde.points.ValidationLevel;

/**
 * How contests are run here.
 *
 * @param levelWithPrizes the least validation that a contest with prizes may count; default
 *     WITNESSES: two witnesses to every act. OPPONENT makes do with one word, so two friends could
 *     win a prize for each other
 * @param revealHours after how many hours a result appears by itself when nobody has revealed it;
 *     default 24
 * @param archiveDays how many days after the last prize names leave the board; default 90
 * @param prizesMax how many prizes a contest may have; default 50
 * @param beaconUrl where to fetch the beacon's rounds, without a slash at its end, for example
 *     {@code https://api.drand.sh}; empty: nothing is fetched and the operator pastes the round
 */
public record ContestSettings(
    @NotNull ValidationLevel levelWithPrizes,
    @Min(1) @Max(720) int revealHours,
    @Min(1) @Max(3650) int archiveDays,
    @Min(1) @Max(200) int prizesMax,
    @NotNull String beaconUrl) {

  public static ContestSettings defaults() {
    return new ContestSettings(ValidationLevel.WITNESSES, 24, 90, 50, "");
  }
}
