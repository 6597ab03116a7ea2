package org.ronde.disputes;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How long the desk waits.
 *
 * @param appealDays days in which the side that lost may appeal; default 7
 */
public record DisputeSettings(@Min(1) @Max(90) int appealDays) {
  /** The defaults. */
  public static DisputeSettings standard() {
    return new DisputeSettings(7);
  }
}
