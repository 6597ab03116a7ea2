package org.ronde.activities;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * Limits of this room.
 *
 * @param practicesMax how many activities one member can practise; 60
 * @param proposalsWaitingMax how many proposals of one member may wait for an operator; 10
 * @param questionsOpenMax how many questions to the operators about safety; 5
 * @param partnerRequestsPerDay how many people one member can ask to play within 24 hours; 10
 * @param declinedDays for how many days somebody who declined is not asked again; 30
 */
public record ActivitySettings(
    @Min(1) @Max(500) int practicesMax,
    @Min(1) @Max(100) int proposalsWaitingMax,
    @Min(1) @Max(100) int questionsOpenMax,
    @Min(1) @Max(200) int partnerRequestsPerDay,
    @Min(0) @Max(365) int declinedDays) {
  public static ActivitySettings standard() {
    return new ActivitySettings(60, 10, 5, 10, 30);
  }
}
