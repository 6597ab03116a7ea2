package org.ronde.preferences;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Set;

/**
 * What holds for a company that has set no limits of its own, and how far it may go.
 *
 * @param cycleLengthMax most companies in a cycle unless a company says otherwise; default 4
 * @param cycleLengthCeiling the longest cycle a company may ask for, 2 to 6; default 6. Lowered
 *     later, it also binds those who asked for more before
 * @param tolerancePercent difference between given and received that needs no top-up, in percent of
 *     what is given; default 5
 * @param topUpPayMaxCents most that is paid in one cycle, in cents excluding VAT; default 50000
 * @param topUpTakeMaxCents most that is taken in one cycle, in cents excluding VAT; default 50000
 * @param topUpCeilingCents the largest top-up a company may allow, in cents excluding VAT; default
 *     10000000
 * @param exclusionsMax how many companies one company may exclude; default 200
 * @param candidatesPageSize candidate offers on one page; default 25
 */
public record PreferenceSettings(
    @Min(2) @Max(6) int cycleLengthMax,
    @Min(2) @Max(6) int cycleLengthCeiling,
    @Min(0) @Max(100) int tolerancePercent,
    @Min(0) @Max(100_000_000_000L) long topUpPayMaxCents,
    @Min(0) @Max(100_000_000_000L) long topUpTakeMaxCents,
    @Min(0) @Max(100_000_000_000L) long topUpCeilingCents,
    @Min(1) @Max(1000) int exclusionsMax,
    @Min(1) @Max(100) int candidatesPageSize) {

  @ValidationMethod(
      message =
          "preferences.topUpPayMaxCents and topUpTakeMaxCents must not be beyond topUpCeilingCents")
  @JsonIgnore
  public boolean isTopUpAllowed() {
    return Math.max(topUpPayMaxCents, topUpTakeMaxCents) <= topUpCeilingCents;
  }

  /** The defaults. */
  public static PreferenceSettings defaults() {
    return new PreferenceSettings(4, 6, 5, 50_000, 50_000, 10_000_000, 200, 25);
  }

  /** The limits of a company that has set none and excludes nobody. */
  Limits limits() {
    return new Limits(
        lengthWithin(cycleLengthMax),
        tolerancePercent,
        topUpPayMaxCents,
        topUpTakeMaxCents,
        null,
        Set.of());
  }

  int lengthWithin(int cycleLength) {
    return Math.min(cycleLength, cycleLengthCeiling);
  }
}
