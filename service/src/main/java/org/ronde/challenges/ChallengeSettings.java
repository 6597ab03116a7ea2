package org.ronde.challenges;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * The keys {@code challenges.*} of the configuration.
 *
 * @param answerDays how many days somebody invited has to answer; 7 by default
 * @param graceHours how long after its end a proof of an act in time may still arrive, unless the
 *     terms say otherwise; 24 by default
 * @param validationDays after how many silent days a proof is believed (or, when a prize is at
 *     stake, an officer is asked); 3 by default
 * @param disputeDays for how many days a validation, or a “not yet”, may be questioned; 3 by
 *     default
 * @param reminderHours how long before the end a member is reminded; 24 by default
 * @param durationDaysMax how long a challenge may last; 366 by default
 * @param participantsMax how many people may take part in one; 500 by default
 * @param launchesPerDay how many challenges a member may launch within 24 hours; 20 by default
 * @param invitationsPerDay how many members one member may invite within 24 hours; 60 by default
 * @param draftsMax how many challenges a member may have begun to write; 20 by default
 * @param lettersPerDay how many invitations by mail a member may send within 24 hours; 10 by
 *     default
 * @param lettersPerAddress how many such mails one address gets within 24 hours; 3 by default
 * @param letterDays how long the link of such a mail is good; 14 by default
 * @param pageSize how many challenges one list shows; 20 by default
 */
public record ChallengeSettings(
    @Min(1) @Max(60) int answerDays,
    @Min(0) @Max(168) int graceHours,
    @Min(1) @Max(60) int validationDays,
    @Min(1) @Max(60) int disputeDays,
    @Min(1) @Max(168) int reminderHours,
    @Min(1) @Max(3660) int durationDaysMax,
    @Min(2) @Max(100_000) int participantsMax,
    @Min(1) @Max(1000) int launchesPerDay,
    @Min(1) @Max(10_000) int invitationsPerDay,
    @Min(1) @Max(1000) int draftsMax,
    @Min(0) @Max(1000) int lettersPerDay,
    @Min(1) @Max(100) int lettersPerAddress,
    @Min(1) @Max(90) int letterDays,
    @Min(1) @Max(100) int pageSize) {
  public static ChallengeSettings standard() {
    return new ChallengeSettings(7, 24, 3, 3, 24, 366, 500, 20, 60, 20, 10, 3, 14, 20);
  }
}
