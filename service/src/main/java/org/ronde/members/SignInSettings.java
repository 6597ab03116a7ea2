package org.ronde.members;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * How members get in, and how often somebody may try. Sessions last five minutes to a year, links a
 * minute to 7, 30 or 90 days.
 *
 * @param sessionIdle a browser not used for this long is signed out (default P14D)
 * @param sessionMax a browser is signed out after this long in any case (default P60D)
 * @param signInLink how long a link to sign in is good (default PT15M)
 * @param resetLink how long a link to choose a new password is good (default PT30M)
 * @param confirmLink how long a link to confirm an address, or to bring two accounts together, is
 *     good (default P1D)
 * @param invitation how long an invitation is good (default P7D)
 * @param triesWindow the window of time in which tries to sign in are counted (default PT15M)
 * @param triesPerAccount tries to sign in with a password, for one account (default 10)
 * @param triesPerAddress tries to sign in with a password, from one network address (default 30)
 * @param mailsPerAccount mails an hour that anybody can have sent to one address (default 5)
 * @param mailsPerAddress mails an hour that one network address can have sent (default 30)
 * @param invitationsPerDay invitations a day of one company (default 20)
 */
public record SignInSettings(
    @NotNull @DurationMin(minutes = 5) @DurationMax(days = 366) Duration sessionIdle,
    @NotNull @DurationMin(minutes = 5) @DurationMax(days = 366) Duration sessionMax,
    @NotNull @DurationMin(minutes = 1) @DurationMax(days = 7) Duration signInLink,
    @NotNull @DurationMin(minutes = 1) @DurationMax(days = 7) Duration resetLink,
    @NotNull @DurationMin(minutes = 1) @DurationMax(days = 30) Duration confirmLink,
    @NotNull @DurationMin(minutes = 1) @DurationMax(days = 90) Duration invitation,
    @NotNull @DurationMin(minutes = 1) @DurationMax(days = 1) Duration triesWindow,
    @Min(1) @Max(10_000) int triesPerAccount,
    @Min(1) @Max(10_000) int triesPerAddress,
    @Min(1) @Max(10_000) int mailsPerAccount,
    @Min(1) @Max(10_000) int mailsPerAddress,
    @Min(1) @Max(10_000) int invitationsPerDay) {
  /** What {@code config.yml} says when it is not changed. */
  public static SignInSettings defaults() {
    return new SignInSettings(
        Duration.ofDays(14),
        Duration.ofDays(60),
        Duration.ofMinutes(15),
        Duration.ofMinutes(30),
        Duration.ofDays(1),
        Duration.ofDays(7),
        Duration.ofMinutes(15),
        10,
        30,
        5,
        30,
        20);
  }
}
